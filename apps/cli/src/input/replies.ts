import { decodeBytes } from '@why401/core/input';
import { actualReplyOf } from '@why401/kong/ask';
import type { ActualReply } from '@why401/kong/explanation';
import { Failure } from '../failure.ts';
import type { Session } from '../session.ts';
import { readNamedFile } from './sources.ts';

/** Kong's real answer: raw HTTP (`curl -i`), `curl -v`, a HAR entry. @throws Failure `not-a-reply` */
export async function readReply(session: Session, name: string): Promise<ActualReply> {
  const source = await readNamedFile(session, name, { what: 'an answer' });
  const reply = actualReplyOf(decodeBytes(source.bytes), source.name);
  if (!reply.ok) throw new Failure(reply.problem);
  return reply.value;
}
