import type { FoundToken } from '@why401/core/input';
import type { Session } from '../session.ts';
import { notToExplain } from './other-things.ts';
import { type Pasted, readPasted } from './paste.ts';

export interface TokenOptions {
  readonly tokenEnv?: string;
}

export interface ReadToken {
  readonly token: FoundToken;
  /** Which one this is of those that were pasted, from 1. */
  readonly number: number;
  readonly of: number;
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
  if (token === undefined) return notToExplain(paste.kind, source.name);
  return { token, number: paste.chosen + 1, of: paste.tokens.length };
}
