import type { FoundToken, Stripped, Stripping, TokenSource } from '../model.ts';

/** What stands in front of a token that was found in free text. */
export interface Context {
  readonly source: TokenSource;
  readonly name?: string;
  /** Where what belongs to the token begins: its quotes, `Bearer`, the name. */
  readonly from: number;
  readonly stripped: readonly Stripping[];
}

/** So much in front of a token is looked at: the name of a header or member, no more. */
const LOOKED_AT = 100;
const BEARER = /\bbearer[ \t+:]+$|\bbearer%20$/i;

export function contextOf(text: string, at: number, earliest: number): Context {
  const start = Math.max(earliest, at - LOOKED_AT);
  let before = text.slice(start, at);
  const counts = new Map<Stripped, number>();
  const strip = (what: Stripped, pattern: RegExp): boolean => {
    const found = pattern.exec(before);
    if (found === null || found[0] === '') return false;
    before = before.slice(0, found.index);
    counts.set(what, (counts.get(what) ?? 0) + 1);
    return true;
  };
  strip('quotes', /[\\"'`“”‘’«»]+$/);
  while (strip('bearer-prefix', BEARER)) {
    if (text[at - 3] === '%') counts.set('percent-encoding', 1);
    strip('quotes', /["'`]+$/);
  }
  if (counts.has('bearer-prefix')) strip('quotes', /[\\"'`“”‘’«»]+$/);
  const named = /([A-Za-z_][A-Za-z0-9_.-]{0,40})[\\"'\]]{0,4}[ \t]{0,4}(?:[:=]|=>)[ \t]{0,4}[\\"'[]{0,4}$/.exec(before);
  const [, name] = named ?? [];
  if (named !== null && name !== undefined) {
    const isHeader = /^(?:proxy-)?authorization$/i.test(name);
    if (isHeader) counts.set('header-name', 1);
    before = before.slice(0, named.index);
  }
  const stripped = [...counts].map(([what, count]): Stripping => ({ what, count }));
  const from = start + before.length;
  if (name === undefined) return { source: 'log-line', from, stripped };
  return { source: sourceOf(name, text[start + (named?.index ?? 0) - 1]), name, from, stripped };
}

function sourceOf(name: string, before: string | undefined): TokenSource {
  if (/^(?:proxy-)?authorization$/i.test(name)) return 'authorization-header';
  if (before === '?' || before === '&') return 'query';
  if (before === '#') return 'fragment';
  return before === '"' ? 'json-member' : 'log-line';
}

/** Taken off the end of a bare paste: quotes, commas, line ends. */
export function isLeftover(text: string): boolean {
  const bare = text.replace(/\u001b\[[0-?]*[ -/]*[@-~]|%[0-9A-Fa-f]{2}/g, '');
  return !/[^\s,;:()[\]{}<>|….\\"'`“”‘’«»\u200b-\u200f\u2060\ufeff\u00ad]/u.test(bare);
}

/** Preference among several: what was sent goes before what was only mentioned, access before ID tokens. */
export function rank(token: FoundToken): number {
  const order: readonly TokenSource[] = [
    'authorization-header',
    'header',
    'bare',
    'json-member',
    'query',
    'form',
    'cookie',
    'fragment',
    'log-line',
  ];
  const isSecond = token.name !== undefined && /id_?token|refresh/i.test(token.name);
  return order.indexOf(token.source) + (isSecond ? 100 : 0) + (token.cutOff === undefined ? 0 : 50);
}
