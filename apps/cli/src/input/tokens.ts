import type { FoundToken, Paste } from '@why401/core/input';
import type { Session } from '../session.ts';
import { notToExplain } from './other-things.ts';
import { type Pasted, readPasted } from './paste.ts';

export interface TokenOptions {
  readonly tokenEnv?: string;
}

export interface ReadToken {
  readonly token: FoundToken;
  readonly paste: Paste;
  /** `token.txt`, `standard input` */
  readonly from: string;
}

/** The token of the argument, `--token-env` or standard input. @throws Failure `no-token` and what reading a source throws */
export async function readTokenOptions(
  session: Session,
  argument: string | undefined,
  options: TokenOptions,
): Promise<ReadToken> {
  return tokenOf(await readPasted(session, argument, options, { what: 'a token' }));
}

/** The token to look at, of those that a paste holds. @throws Failure `no-token` */
export function tokenOf({ paste, source }: Pasted): ReadToken {
  const token = paste.tokens[paste.chosen];
  return token === undefined ? notToExplain(paste.kind, source.name) : { token, paste, from: source.name };
}
