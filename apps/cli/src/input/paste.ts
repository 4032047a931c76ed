import { decodeBytes, type Paste, readPaste } from '@why401/core/input';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { named } from './names.ts';
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

/** @throws Failure `one-input-only`, and what reading a source throws */
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
  const text = decodeBytes(source.bytes);
  if (isBinary(text))
    fail(
      'input-binary',
      `${named(source.name)} is binary, or damaged.`,
      'Give text: a token, a request, a configuration.',
    );
  return { source, paste: readPaste(text) };
}

const LOOKED_AT = 4096;
const MOST_STRANGE = 0.1;

/** One NUL in a token is a finding; a tenth of such characters is no text. */
function isBinary(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const strange = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange > start.length * MOST_STRANGE;
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
