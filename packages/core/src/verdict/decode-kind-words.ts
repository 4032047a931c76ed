import type { Stripped, TokenSource } from '../input/index.ts';
import { dim, type Line, line } from '../report/index.ts';
import type { TokenDescription } from './decode.ts';

const KINDS: Readonly<Record<TokenDescription['kind'], string>> = {
  jws: 'Signed token (JWS)',
  'jws-json': 'Signed object in JSON (JWS), no JWT',
  jwe: 'Encrypted token (JWE)',
  opaque: 'Opaque token',
};

const LOOKS: Readonly<Record<NonNullable<TokenDescription['look']>, string>> = {
  empty: 'Empty',
  uuid: 'Opaque token, a UUID',
  hex: 'Opaque token, hexadecimal',
  paseto: 'PASETO, no JWT',
  'prefixed-key': 'API key or token of a service, by its prefix',
  base64: 'Opaque token, base64',
  'broken-jwt': 'Damaged JWT',
  unknown: 'No token that is known here',
};

export function kindWords(kind: TokenDescription['kind'], look: TokenDescription['look'] = null): string {
  return look === null ? KINDS[kind] : LOOKS[look];
}

const SOURCES: Readonly<Record<TokenSource, string>> = {
  bare: 'the text itself',
  'authorization-header': 'the Authorization header',
  header: 'a header',
  cookie: 'a cookie',
  query: 'the query',
  fragment: 'the fragment of the URL',
  form: 'the body',
  'json-member': 'JSON',
  'log-line': 'the text',
};

const STRIPPED: Readonly<Record<Stripped, string>> = {
  'byte-order-mark': 'a byte order mark',
  'utf-16': 'UTF-16',
  'bearer-prefix': 'Bearer',
  'header-name': 'the name of the header',
  quotes: 'quotes',
  'white-space': 'white space',
  'line-breaks': 'line breaks',
  'invisible-characters': 'invisible characters',
  'percent-encoding': 'percent-encoding',
  'backslash-escapes': 'escapes',
  'terminal-colours': 'colours of a terminal',
  punctuation: 'punctuation',
};

/** Where the token was found, which of several it is, and what was taken off; nothing where it was pasted bare. */
export function foundLines({ found, among }: TokenDescription): readonly Line[] {
  if (found === null) return [];
  const isBare = found.source === 'bare' && found.stripped.length === 0;
  if (isBare && among === null) return [];
  const name = found.name === undefined || found.source === 'authorization-header' ? '' : ` (${found.name})`;
  const { line: row, column } = found.place;
  const place = row === undefined ? '' : `, line ${row}, column ${column ?? 1}`;
  const which = among === null ? '' : `; token ${among.number} of ${among.of}`;
  const off = found.stripped.map(({ what, count }) => `${STRIPPED[what]}${count > 1 ? ` ${count} times` : ''}`);
  return [
    line`from ${SOURCES[found.source]}${name}${dim(place)}${which}`,
    ...(off.length === 0 ? [] : [line`taken off: ${off.join(', ')}`]),
  ];
}
