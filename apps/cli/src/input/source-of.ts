import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import {
  fromCommandLine,
  readArgument,
  readEnvironment,
  readNamedFile,
  readStandardInput,
  type Source,
  type Wanted,
} from './sources.ts';

/** The ways to hand over a request or a token; at most one of them, else standard input. */
export interface PasteOptions {
  readonly request?: string;
  readonly curl?: string;
  readonly token?: string;
  readonly tokenEnv?: string;
}

/** @throws Failure `one-input-only`, and what reading a source throws */
export async function readSource(
  session: Session,
  argument: string | undefined,
  { request, curl, token, tokenEnv }: PasteOptions,
  wanted: Wanted,
): Promise<Source> {
  refuseSeveral({
    'the argument': argument,
    '--request': request,
    '--curl': curl,
    '--token': token,
    '--token-env': tokenEnv,
  });
  if (argument !== undefined) return readArgument(session, argument, wanted);
  if (request !== undefined) return readNamedFile(session, request, wanted);
  if (curl !== undefined) return fromCommandLine(session, curl);
  if (token !== undefined) return readArgument(session, token, { ...wanted, what: 'a token' });
  if (tokenEnv !== undefined) return readEnvironment(session, tokenEnv);
  return readStandardInput(session, wanted);
}

function refuseSeveral(ways: Readonly<Record<string, string | undefined>>): void {
  const given = Object.keys(ways).filter((name) => ways[name] !== undefined);
  if (given.length > 1) fail('one-input-only', `${given.join(' and ')} are given.`, 'Give one of them.');
}
