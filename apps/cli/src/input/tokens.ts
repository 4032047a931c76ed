import { bareToken, decodeBytes, type FoundToken } from '@why401/core/input';
import type { Session } from '../session.ts';
import type { Pasted } from './paste.ts';
import { readSource } from './source-of.ts';

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
  const source = await readSource(session, argument, options, { what: 'a token' });
  const bare = bareToken(decodeBytes(source.bytes));
  if (bare !== undefined) return { token: bare, number: 1, of: 1 };
  const { pastedFrom } = await import('./paste.ts');
  return tokenOf(pastedFrom(source));
}

/** The token to look at, of those that a paste holds. @throws Failure `no-token` */
export async function tokenOf({ paste, source }: Pasted): Promise<ReadToken> {
  const token = paste.tokens[paste.chosen];
  if (token !== undefined) return { token, number: paste.chosen + 1, of: paste.tokens.length };
  const { notToExplain } = await import('./other-things.ts');
  return notToExplain(paste.kind, source.name);
}
