import type { Switches } from '../../versions/index.ts';
import { decodeBase64 } from './base64.ts';
import { readLuaJson } from './lua-json.ts';
import type { LuaValue } from './lua-value.ts';
import type { Decoded } from './state.ts';

/** Which part of a token could not be decoded, and why. */
export interface DecodeFault {
  readonly part: 'header' | 'payload' | 'signature';
  readonly why: 'missing' | 'base64' | 'json';
}

type Reading = Pick<Switches, 'strictBase64url' | 'refusesTextAfterNul'>;

/** At most three pieces: the third keeps further dots. */
export function splitToken(token: string): readonly string[] {
  const first = token.indexOf('.');
  if (first < 0) return [token];
  const second = token.indexOf('.', first + 1);
  if (second < 0) return [token.slice(0, first), token.slice(first + 1)];
  return [token.slice(0, first), token.slice(first + 1, second), token.slice(second + 1)];
}

/**
 * The parser's protected block: header, then payload, then signature. A signature that is no base64 raises
 * nothing; a signature that is missing does.
 */
export function decodeToken(token: string, reading: Reading): Decoded | DecodeFault {
  const [header64 = '', payload64, signature64] = splitToken(token);
  const header = readHeader(header64, reading);
  if (typeof header !== 'object') return { part: 'header', why: header };
  if (payload64 === undefined) return { part: 'payload', why: 'missing' };
  const claims = readPart(payload64, reading);
  if (typeof claims !== 'object') return { part: 'payload', why: claims };
  if (signature64 === undefined) return { part: 'signature', why: 'missing' };
  return {
    header: header.value,
    claims: claims.value,
    signature: decodeBase64(signature64, alphabetOf(reading)),
    signatureSegment: signature64,
    signingInput: `${header64}.${payload64}`,
  };
}

export const isFault = (decoded: Decoded | DecodeFault): decoded is DecodeFault => 'part' in decoded;

export const alphabetOf = ({ strictBase64url }: Pick<Switches, 'strictBase64url'>) =>
  strictBase64url ? ('url' as const) : ('either' as const);

type Part = { readonly value: LuaValue } | 'base64' | 'json';

function readPart(segment: string, reading: Reading): Part {
  const text = decodeBase64(segment, alphabetOf(reading));
  if (text === undefined) return 'base64';
  const value = readLuaJson(text, reading);
  return value === undefined ? 'json' : { value };
}

/** Nearly every token repeats one of a few headers. */
const headers = new Map<string, Part>();
const MOST_HEADERS = 256;
const LONGEST_HEADER = 512;

function readHeader(segment: string, reading: Reading): Part {
  if (segment.length > LONGEST_HEADER) return readPart(segment, reading);
  const id = `${Number(reading.strictBase64url)}${Number(reading.refusesTextAfterNul)}${segment}`;
  const known = headers.get(id);
  if (known !== undefined) return known;
  if (headers.size >= MOST_HEADERS) headers.clear();
  const part = readPart(segment, reading);
  headers.set(id, part);
  return part;
}
