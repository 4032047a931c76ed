import { basename } from 'node:path';
import { decodeBytes, readPaste } from '@why401/core/input';
import { readToken, type Token } from '@why401/core/parse';
import { fail } from '../failure.ts';
import { readArgument, readEnvironment, readStandardInput, type Source } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** A token under the name that its bar gets. */
export interface NamedToken {
  readonly name: string;
  readonly token: Token;
}

const WANTED = { what: 'a token' };
/** More bars than this are no picture any more. */
const MOST_TOKENS = 50;

/**
 * The tokens of all arguments, in order: a file gives its name, anything else the next letter.
 * @throws Failure `token-missing`, `too-many-tokens` and what reading an input throws
 */
export async function readTokens(
  session: Session,
  args: readonly string[],
  environment: string | undefined,
): Promise<NamedToken[]> {
  const sources: Source[] = environment === undefined ? [] : [readEnvironment(session, environment)];
  for (const argument of args) sources.push(await readArgument(session, argument, WANTED));
  if (sources.length === 0) sources.push(await readStandardInput(session, { what: 'tokens' }));
  const found = sources.map((source) => ({ source, texts: tokensIn(source) }));
  const letters = lettersFor(found.flatMap(({ source, texts }) => (source.from === 'file' ? [] : texts)).length);
  const named = found.flatMap(({ source, texts }) =>
    texts.map((text, index) => ({ name: nameOf(source, index, texts.length, letters), token: readToken(text) })),
  );
  if (named.length > MOST_TOKENS)
    fail(
      'too-many-tokens',
      `There are ${named.length} tokens; a picture holds ${MOST_TOKENS}.`,
      'Give fewer at a time.',
    );
  return distinct(named);
}

function tokensIn(source: Source): string[] {
  const text = decodeBytes(source.bytes);
  const { tokens } = readPaste(text);
  if (tokens.length === 0)
    fail('token-missing', `${source.name} holds no token.`, 'Give a token, or a file, request or log line with one.');
  return tokens.map((token) => token.text);
}

function nameOf({ from, name }: Source, index: number, of: number, letters: Iterator<string>): string {
  if (from !== 'file') return letters.next().value ?? '';
  return of === 1 ? basename(name) : `${basename(name)} ${index + 1}`;
}

/** A to Z, then A2 … */
function* lettersFor(count: number): Generator<string> {
  for (let index = 0; index < count; index++) {
    const round = Math.floor(index / 26);
    yield String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round + 1));
  }
}

/** Two files of one name in two folders are still two bars. */
function distinct(named: readonly NamedToken[]): NamedToken[] {
  const seen = new Map<string, number>();
  return named.map(({ name, token }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: count === 1 ? name : `${name} (${count})`, token };
  });
}
