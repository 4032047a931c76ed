import { decodeBytes } from '@why401/core/input';
import type { ExpectedBindings } from '@why401/core/verdict';
import type { Session } from '../session.ts';
import { readNamedFile } from './sources.ts';

export interface BindingOptions {
  readonly client?: string;
  readonly nonce?: string;
  readonly type?: string;
  readonly accessToken?: string;
  readonly codeFile?: string;
  readonly confirmation?: string;
}

/** What a token must be bound to, by the command. @throws what reading a file throws */
export async function readBindings(session: Session, options: BindingOptions): Promise<ExpectedBindings> {
  const { client, nonce, type, confirmation } = options;
  const read = async (file: string, what: string): Promise<string> =>
    decodeBytes((await readNamedFile(session, file, { what })).bytes).trim();
  return {
    ...(client !== undefined && { client }),
    ...(nonce !== undefined && { nonce }),
    ...(type !== undefined && { type }),
    ...(confirmation !== undefined && { confirmation }),
    ...(options.accessToken !== undefined && { accessToken: await read(options.accessToken, 'an access token') }),
    ...(options.codeFile !== undefined && { code: await read(options.codeFile, 'a code') }),
  };
}
