import { type FoundToken, type Paste, readPaste } from '@why401/core/input';
import { readToken, type Token } from '@why401/core/parse';
import type { Report } from '@why401/core/report';
import { decodeReport, describeToken, type TokenDescription } from '@why401/core/verdict';
import { crypto } from '../digest/index.ts';

/** A paste, decoded in the page itself. */
export interface Reading {
  readonly paste: Paste;
  /** Index in `paste.tokens`, or -1. */
  readonly chosen: number;
  readonly token: Token | null;
  readonly description: TokenDescription | null;
  /** The description in words. */
  readonly report: Report | null;
}

export interface ReadingOptions {
  /** The person's choice among several tokens. */
  readonly choice: number | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zone: string;
}

/** What was pasted, and the token that is looked at. `known` saves reading the same text again. */
export function read(text: string, { choice, now, zone }: ReadingOptions, known?: Paste): Reading {
  const paste = known?.text === text ? known : readPaste(text);
  const chosen = choice !== null && choice < paste.tokens.length ? choice : paste.chosen;
  const found = paste.tokens[chosen];
  if (found === undefined) return { paste, chosen, token: null, description: null, report: null };
  const token = readToken(found.text);
  const among = { number: chosen + 1, of: paste.tokens.length };
  const description = describeToken(token, now, { crypto, zone, found, among });
  return { paste, chosen, token, description, report: decodeReport(description) };
}

/** The text that the server is to judge: one token alone where the person chose it, or where the rest is too much. */
export function judgedText({ paste, chosen }: Reading, choice: number | null, most: number): string | undefined {
  const found: FoundToken | undefined = paste.tokens[chosen];
  const chosenApart = choice !== null && choice !== paste.chosen;
  if (found !== undefined && (chosenApart || paste.text.length > most))
    return found.text.length > most ? undefined : found.text;
  return paste.text.length > most ? undefined : paste.text;
}
