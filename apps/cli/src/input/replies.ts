import { decodeBytes, readPaste } from '@why401/core/input';
import type { ActualReply } from '@why401/kong/explanation';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { readNamedFile } from './sources.ts';

/** Kong's real answer: raw HTTP (`curl -i`), `curl -v`, a HAR entry. @throws Failure `not-a-reply` */
export async function readReply(session: Session, name: string): Promise<ActualReply> {
  const source = await readNamedFile(session, name, { what: 'an answer' });
  const { responses } = readPaste(decodeBytes(source.bytes));
  // Of a chain of redirects the last one is what the caller saw.
  const reply = responses.at(-1);
  if (reply === undefined)
    return fail(
      'not-a-reply',
      `${source.name} holds no HTTP answer.`,
      'Give it with its status line and headers: curl -i …',
    );
  return reply;
}
