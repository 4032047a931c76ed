import { existsSync } from 'node:fs';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import { readBytes } from './files.ts';
import { nearest } from './nearest.ts';

/** Where bytes came from, under the name that people know it by. */
export interface Source {
  readonly from: 'argument' | 'file' | 'stdin' | 'environment';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is expected, for messages: `a token`. `words` are what else may have been meant. */
export interface Wanted {
  readonly what: string;
  readonly words?: readonly string[];
}

const stdinName = 'standard input';
const LONGEST_FILE_NAME = 4_096;

/**
 * An argument is a token or another paste, the name of an existing file, `@FILE`, or `-`.
 * @throws Failure `file-not-found` and what reading a file throws
 */
export async function readArgument(session: Session, argument: string, wanted: Wanted): Promise<Source> {
  if (argument === '-') return readStandardInput(session, wanted);
  if (argument.startsWith('@')) return readFile(argument.slice(1));
  if (argument.length < LONGEST_FILE_NAME && existsSync(argument)) return readFile(argument);
  if (!looksLikePaste(argument)) return notFound(argument, wanted);
  return fromCommandLine(session, argument);
}

/** A file by its name; `@` before it is allowed, `-` is standard input. */
export async function readNamedFile(session: Session, name: string, wanted: Wanted): Promise<Source> {
  if (name === '-') return readStandardInput(session, wanted);
  return readFile(name.startsWith('@') && !existsSync(name) ? name.slice(1) : name);
}

/** Text that was typed on the command line. A token there works, and is warned of once. */
export async function fromCommandLine(session: Session, text: string): Promise<Source> {
  if (looksLikeToken(text))
    await session.warn(
      'token-on-command-line',
      'the token stands on the command line: the shell history and the process list keep it. Next time give @FILE, - or --token-env NAME.',
    );
  return { from: 'argument', name: 'the command line', bytes: new TextEncoder().encode(text) };
}

/** @throws Failure `environment-variable-not-set` */
export function readEnvironment(session: Session, name: string): Source {
  const value = session.io.env[name];
  if (value === undefined || value === '')
    return fail(
      'environment-variable-not-set',
      `The environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}.`,
      `Set it, and export it: export ${name}=…`,
    );
  return { from: 'environment', name: `$${name}`, bytes: new TextEncoder().encode(value) };
}

export async function readStandardInput(session: Session, wanted: Wanted): Promise<Source> {
  return { from: 'stdin', name: stdinName, bytes: await session.takeStdin(wanted.what) };
}

async function readFile(name: string): Promise<Source> {
  if (name === '') fail('file-not-found', 'A file name is missing after @.', 'Write @token.txt.');
  const bytes = await readBytes(name);
  if (bytes.length === 0) fail('input-empty', `${name} is empty.`);
  return { from: 'file', name, bytes };
}

/** Base64url with dots, or what begins as a JSON object does once encoded. */
export const looksLikeToken = (text: string): boolean => /eyJ|^[\w-]{16,}\.[\w-]+\.[\w-]*/.test(text);

/** A word too short to be a credential, or with the marks of a path, is a file name that was mistyped. */
const looksLikePaste = (text: string): boolean =>
  looksLikeToken(text) || /[\s{":]/.test(text) || (text.length >= 20 && !/[/\\]|\.\w{1,6}$/.test(text));

function notFound(argument: string, { what, words = [] }: Wanted): never {
  const meant = nearest(argument, words);
  return fail(
    'file-not-found',
    `${JSON.stringify(argument)} is neither ${what} nor an existing file.`,
    meant === undefined ? 'Check the name, or give - and pipe it in.' : `Did you mean ${meant}?`,
  );
}
