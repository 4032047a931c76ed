import { decodeBytes, type Paste } from '@why401/core/input';
import { readAsked } from '@why401/kong/ask';
import { Failure, fail } from '../failure.ts';
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

export interface Pasted {
  readonly source: Source;
  readonly paste: Paste;
}

/** @throws Failure `one-input-only`, `input-binary`, and what reading a source throws */
export async function readPasted(
  session: Session,
  argument: string | undefined,
  options: PasteOptions,
  wanted: Wanted,
): Promise<Pasted> {
  const given = Object.entries({
    'the argument': argument,
    '--request': options.request,
    '--curl': options.curl,
    '--token': options.token,
    '--token-env': options.tokenEnv,
  }).filter(([, value]) => value !== undefined);
  if (given.length > 1)
    fail('one-input-only', `${given.map(([name]) => name).join(' and ')} are given.`, 'Give one of them.');
  const source = await sourceOf(session, argument, options, wanted);
  const paste = readAsked(decodeBytes(source.bytes), source.name);
  if (!paste.ok) throw new Failure(paste.problem);
  return { source, paste: paste.value };
}

function sourceOf(
  session: Session,
  argument: string | undefined,
  { request, curl, token, tokenEnv }: PasteOptions,
  wanted: Wanted,
): Promise<Source> | Source {
  if (argument !== undefined) return readArgument(session, argument, wanted);
  if (request !== undefined) return readNamedFile(session, request, wanted);
  if (curl !== undefined) return fromCommandLine(session, curl);
  if (token !== undefined) return readArgument(session, token, { ...wanted, what: 'a token' });
  if (tokenEnv !== undefined) return readEnvironment(session, tokenEnv);
  return readStandardInput(session, wanted);
}
