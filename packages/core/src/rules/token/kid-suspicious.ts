import { line } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface KidSuspicious {
  /** Why; a kid may be a megabyte, so it is shown elsewhere and cut. */
  readonly looks: 'path' | 'query' | 'command' | 'address' | 'language' | 'control' | 'long';
  readonly found: string;
}

const LONGEST = 256;
const LOOKS: readonly (readonly [KidSuspicious['looks'], RegExp])[] = [
  ['path', /(?:^|[\\/])\.\.(?:[\\/]|$)|^\/(?:dev|etc|proc|var|tmp)\//],
  ['query', /['"`;]|\b(?:union|select)\s/i],
  ['command', /[|&$<>]|\$\(/],
  ['address', /^[a-z][a-z0-9+.-]{1,20}:\/\//i],
  ['control', /[\u0000-\u001f\u007f-\u009f]/],
];

export const kidSuspicious: TokenRule<KidSuspicious> = {
  id: 'kid-suspicious',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.10')],
  strict: false,
  looksAt: 'header',
  judge: ({ header }: TokenEvidence) => {
    const kid = header?.kid;
    if (typeof kid !== 'string') return undefined;
    if (PLAIN.test(kid)) return LANGUAGE.has(kid) ? { looks: 'language', found: kid } : undefined;
    if (kid.length > LONGEST) return { looks: 'long', found: `${kid.length} characters` };
    const looks = LOOKS.find(([, pattern]) => pattern.test(kid))?.[0];
    return looks === undefined ? undefined : { looks, found: kid };
  },
  explain: ({ looks, found }) => [
    looks === 'long' ? line`The key id has ${found}.` : line`The key id looks like ${WORDS[looks]}.`,
    line`It is compared with the ids of keys and used for nothing else.`,
  ],
};

/** Nearly every key id. */
const PLAIN = /^[A-Za-z0-9_=+-]{1,100}$/;
const LANGUAGE = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']);

const WORDS: Readonly<Record<Exclude<KidSuspicious['looks'], 'long'>, string>> = {
  path: 'a path in a file system',
  query: 'a piece of SQL',
  command: 'a piece of a command line',
  address: 'an address',
  language: 'the name of a member that every JavaScript object has',
  control: 'text for a terminal: it holds control characters',
};
