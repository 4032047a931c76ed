import { fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** @throws Failure `not-pem`, and what reading a file throws */
export async function readPem(session: Session, file: string, what: string): Promise<string> {
  const { name, bytes } = await readNamedFile(session, file, { what });
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('-----BEGIN ')) fail('not-pem', `${name} holds no PEM.`, 'It begins with -----BEGIN …-----.');
  return text;
}
