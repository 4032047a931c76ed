import type { Problem } from '../facts/index.ts';
import { MAX_PASTE, MAX_TOKEN, MAX_TOKENS } from '../limits/index.ts';
import { bareWord, hasTokenDots } from './bare-word.ts';
import { findTokens, isInvisible, isLeftover, LineIndex, type Located, rank } from './find/index.ts';
import { percentDecode, splitPairs, splitUrl } from './http/index.ts';
import type { FoundToken, Paste, Stripping } from './model.ts';
import { type Recognised, recognise } from './recognise.ts';
import { tokensOfRequest } from './request-tokens.ts';

/**
 * Finds out what was pasted and what tokens are in it: a bare token with what people copy along, a
 * command, a request, an answer, a HAR, a log, a document. Never throws; linear in the text's length.
 */
export function readPaste(pasted: string): Paste {
  const text = withoutMark(pasted);
  if (text.length > MAX_PASTE) return paste(text, { kind: 'unknown', problems: [tooLarge(text)] }, 0);
  const { trimmed, offset, invisible } = trim(text);
  if (trimmed === '') return paste(text, { kind: 'empty' }, 0);
  const recognised = recognise(trimmed);
  if (recognised === undefined) return paste(text, cleaned(freeText(trimmed), invisible), offset);
  return paste(text, { ...recognised, tokens: tokensOf(recognised, trimmed) }, offset);
}

function cleaned(free: Recognised, invisible: number): Recognised {
  if (invisible === 0 || free.kind === 'log') return free;
  const stripping: Stripping = { what: 'invisible-characters', count: invisible };
  const tokens = (free.tokens ?? []).map((token) => ({ ...token, stripped: [...token.stripped, stripping] }));
  return { ...free, tokens };
}

/** A bare token, a log, or a word that may be an opaque token. */
function freeText(text: string): Recognised {
  const located = findTokens(text);
  const word = bareWord(text);
  if (word !== undefined && isOneWithBlanks(word, located)) return { kind: 'token', tokens: [word] };
  if (located.length > 0) return { kind: isBare(text, located) ? 'token' : 'log', tokens: named(text, located) };
  return percentEncoded(text) ?? (word === undefined ? { kind: 'unknown' } : { kind: kindOf(word), tokens: [word] });
}

/** Too broken to be found, and still nothing but a JWT. */
const kindOf = ({ text }: FoundToken): 'token' | 'opaque' =>
  text.startsWith('ey') && hasTokenDots(text) ? 'token' : 'opaque';

/** `Bearer%20eyJ…%2EeyJ…`: one word that holds a token once it is decoded. Its place is the whole word. */
function percentEncoded(text: string): Recognised | undefined {
  if (text.length > MAX_TOKEN / 4 || /\s/.test(text) || !/%[0-9A-Fa-f]{2}/.test(text)) return undefined;
  const plain = percentDecode(text, false);
  if (plain === text) return undefined;
  const { kind, tokens = [] } = freeText(plain);
  if (kind !== 'token' && kind !== 'log') return undefined;
  const place = { from: 0, to: text.length };
  const decoded: Stripping = { what: 'percent-encoding', count: 1 };
  return { kind, tokens: tokens.map((token) => ({ ...token, place, stripped: [...token.stripped, decoded] })) };
}

/** The walk stops at a blank; where the whole paste has a token's dots, the blank is inside of one. */
function isOneWithBlanks(word: FoundToken, located: readonly Located[]): boolean {
  const [only, ...others] = located;
  return only?.token.cutOff !== undefined && others.length === 0 && /[ \t]/.test(word.text) && hasTokenDots(word.text);
}

function tokensOf(recognised: Recognised, text: string): readonly FoundToken[] {
  const inRequests = (recognised.requests ?? []).flatMap((request) => tokensOfRequest(request, text));
  const inFragment = recognised.kind === 'url' ? fragmentTokens(text) : [];
  return [...(recognised.tokens ?? []), ...inRequests, ...inFragment];
}

/** `#access_token=…`: never sent, but often what was pasted. */
function fragmentTokens(url: string): readonly FoundToken[] {
  const { fragment } = splitUrl(url);
  if (fragment === undefined) return [];
  return splitPairs(fragment).flatMap(({ name, value }) =>
    findTokens(value).map(({ token }): FoundToken => {
      const from = url.indexOf(token.text);
      return { ...token, source: 'fragment', name, place: { from, to: from + token.text.length } };
    }),
  );
}

/** Nothing but quotes, commas and blanks around the tokens. */
function isBare(text: string, located: readonly Located[]): boolean {
  let at = 0;
  for (const { from, to } of located) {
    if (!isLeftover(text.slice(at, from))) return false;
    at = to;
  }
  return isLeftover(text.slice(at));
}

/** In a bare paste a token is `bare` unless a name stood in front of it. */
function named(text: string, located: readonly Located[]): readonly FoundToken[] {
  const bare = isBare(text, located);
  return located.map(({ token, from, to }) => {
    const source = bare && token.source === 'log-line' ? 'bare' : token.source;
    return { ...token, source, stripped: [...token.stripped, ...around(text, from, to)] };
  });
}

/** Invisible characters right before and after, from web pages and chats; colours, from a terminal. */
function around(text: string, from: number, to: number): readonly Stripping[] {
  const touches = [text.charCodeAt(from - 1), text.charCodeAt(to)].filter(isInvisible).length;
  const colours =
    text.charCodeAt(to) === ESCAPE || /\u001b\[[0-9;]{0,20}m$/.test(text.slice(Math.max(0, from - 24), from));
  return [
    ...(touches === 0 ? [] : [{ what: 'invisible-characters' as const, count: touches }]),
    ...(colours ? [{ what: 'terminal-colours' as const, count: 1 }] : []),
  ];
}

const ESCAPE = 0x1b;

/** Places were found in the trimmed text; `offset` is what was trimmed off in front. */
function paste(text: string, recognised: Recognised, offset: number): Paste {
  const { kind, tokens: found = [], requests = [], responses = [] } = recognised;
  const problems = [...(recognised.problems ?? []), ...(found.length >= MAX_TOKENS ? [tooMany] : [])];
  const lines = new LineIndex(text);
  const tokens = distinct(found).map((token): FoundToken => {
    const { from, to } = token.place;
    return from === undefined || to === undefined
      ? token
      : { ...token, place: lines.place(from + offset, to + offset) };
  });
  const best = tokens.reduce((least, token) => Math.min(least, rank(token)), Number.POSITIVE_INFINITY);
  const chosen = tokens.findIndex((token) => rank(token) === best);
  return { kind, text, tokens, chosen, requests, responses, problems };
}

function distinct(tokens: readonly FoundToken[]): readonly FoundToken[] {
  const seen = new Set<string>();
  return tokens.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** White space, invisible characters and NUL around the paste; a token that stands there alone was cleaned of them. */
function trim(text: string): { trimmed: string; offset: number; invisible: number } {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  let invisible = 0;
  for (let at = 0; at < text.length; at++) {
    if (at === from) at = to;
    if (isInvisible(text.charCodeAt(at))) invisible++;
  }
  return { trimmed: text.slice(from, to), offset: from, invisible };
}

const isBlank = (code: number): boolean => (code <= 0x20 && code !== ESCAPE) || code === 0xa0 || isInvisible(code);

const tooMany: Problem = {
  code: 'too-many-tokens',
  message: `the paste holds more than ${MAX_TOKENS} tokens; the first ${MAX_TOKENS} were looked at`,
};

function tooLarge(text: string): Problem {
  const message = `the paste has ${text.length} characters; up to ${MAX_PASTE} are read`;
  return { code: 'paste-too-large', message, hint: 'Give one request, or the file by name.' };
}
