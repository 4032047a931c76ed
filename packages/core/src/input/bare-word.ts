import { MAX_TOKEN } from '../limits/index.ts';
import type { FoundToken, Stripped, Stripping } from './model.ts';

const HEADER_NAME = /^(?:proxy-)?authorization[ \t]*:[ \t]*/i;
const BEARER = /^bearer[ \t]+/i;
const QUOTES = `"'\`“”‘’«»`;

/**
 * One word that holds no JOSE header: an opaque token, an API key, or a token too broken to be
 * found. Undefined where more than a word is left once what people copy along is taken off.
 */
export function bareWord(text: string): FoundToken | undefined {
  const counts = new Map<Stripped, number>();
  let rest = text;
  const strip = (what: Stripped, next: string): boolean => {
    if (next === rest) return false;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    rest = next.trim();
    return true;
  };
  const unquote = (): boolean => strip('quotes', unquoted(rest));
  unquote();
  strip('header-name', rest.replace(HEADER_NAME, ''));
  unquote();
  while (strip('bearer-prefix', rest.replace(BEARER, ''))) unquote();
  if (isWrapped(rest)) strip('line-breaks', rest.replace(/[ \t\r]*\n[ \t]*/g, ''));
  const isNamed = counts.has('bearer-prefix') || counts.has('header-name');
  if (rest === '' || (/\s/.test(rest) && !isNamed && !hasTokenDots(rest))) return undefined;
  const from = text.indexOf(rest);
  const place = from < 0 ? { from: 0, to: text.length } : { from, to: from + rest.length };
  const stripped = [...counts].map(([what, count]): Stripping => ({ what, count }));
  return { text: rest, place, source: counts.has('header-name') ? 'authorization-header' : 'bare', stripped };
}

/** Quotes in front, and then those at the end with the comma or semicolon of the code they stood in. */
function unquoted(text: string): string {
  let from = 0;
  while (from < text.length && QUOTES.includes(text[from] as string)) from++;
  if (from === 0) return text;
  let to = text.length;
  if (',;'.includes(text[to - 1] as string)) to--;
  while (to > from && QUOTES.includes(text[to - 1] as string)) to--;
  return text.slice(from, to);
}

const SHORTEST_WRAPPED_LINE = 30;

/** Lines of one long word, all but the last of them long. */
function isWrapped(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.length > 1 &&
    !/[^A-Za-z0-9._=+/%\r\n\t -]/.test(text) &&
    lines.every((line) => !/\S\s+\S/.test(line)) &&
    lines.slice(0, -1).every((line) => line.trim().length >= SHORTEST_WRAPPED_LINE)
  );
}

/** Blanks inside something with a token's dots: shown as it is, the reader of tokens names them. */
export function hasTokenDots(text: string): boolean {
  const dots = text.length > MAX_TOKEN ? 0 : text.split('.').length - 1;
  return (dots === 2 || dots === 4) && !/[^A-Za-z0-9._=+/%\t -]/.test(text);
}
