import { decodeLenient } from '../encoding/index.ts';
import { scanJson } from '../json/index.ts';
import { MAX_TOKEN } from '../limits/index.ts';
import { readCompactJwe } from './compact-jwe.ts';
import { readJsonSerialization } from './json-serialization.ts';
import { CompactJws } from './jws-compact.ts';
import type { Token } from './model.ts';
import { damaged, opaque } from './opaque.ts';
import { problem, range } from './problems.ts';
import { decodeText } from './text.ts';

/**
 * Reads one token, exactly as given: no trimming (that is `readPaste`'s). Strict by RFC 7515, 7516,
 * 7519 and 8725; what they refuse stands in `problems`, and is decoded all the same where that is
 * possible. Never throws. A `clean` signed token of 900 characters takes about 2 µs.
 */
export function readToken(text: string): Token {
  if (text.length > MAX_TOKEN) return opaque(text, [oversized(text)]);
  if (beginsLikeJson(text)) return readJsonSerialization(text) ?? opaque(text);
  const dot1 = text.indexOf('.');
  const dot2 = dot1 < 0 ? -1 : text.indexOf('.', dot1 + 1);
  if (dot2 >= 0 && text.indexOf('.', dot2 + 1) < 0) return readSigned(text, dot1, dot2);
  const dots = countDots(text);
  if (dots === 4) return isJoseSegment(text.slice(0, dot1)) ? readCompactJwe(text) : opaque(text);
  const isDamaged = dot1 < 0 ? text.startsWith('eyJ') : dot1 === 0 || isJoseSegment(text.slice(0, dot1));
  return isDamaged ? damaged(text, dots > 4 ? 'more than 5' : dots + 1) : opaque(text);
}

/** `{` or white space before one. No token begins with either, so most are told by their first character. */
function beginsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 0x7b || (first <= 0x20 && /^[ \t\r\n]+\{/.test(text));
}

/** Three segments are a JWS, unless the first one is nothing that anybody would call a header. */
function readSigned(text: string, dot1: number, dot2: number): Token {
  const token = new CompactJws(text, dot1, dot2, readNested);
  if (token.header !== undefined || dot1 === 0 || isJoseSegment(text.slice(0, dot1))) return token;
  return opaque(text);
}

/** Up to 5: more make no difference, and a megabyte of dots costs nothing. */
function countDots(text: string): number {
  let dots = 0;
  for (let at = text.indexOf('.'); at >= 0 && dots < 5; at = text.indexOf('.', at + 1)) dots++;
  return dots;
}

/** Whether a segment was meant as a header: it decodes to something that begins like a JSON object, or is JSON. */
function isJoseSegment(segment: string): boolean {
  if (segment.startsWith('ey')) return true;
  const { text } = decodeText(decodeLenient(segment.slice(0, MAX_HEADER_LOOKED_AT)));
  const start = text.replaceAll('\u0000', '').trimStart();
  return start.startsWith('{') || (start !== '' && scanJson(start).stop === undefined);
}

const MAX_HEADER_LOOKED_AT = 1024;

function readNested(text: string): Token | undefined {
  const dot = text.indexOf('.');
  if (dot < 0 || !text.startsWith('ey')) return undefined;
  const token = readToken(text);
  return token.kind === 'opaque' ? undefined : token;
}

function oversized(text: string): ReturnType<typeof problem> {
  const message = `it has ${text.length} characters; tokens of up to ${MAX_TOKEN} are read`;
  return problem('token-oversized', message, range(0, text.length));
}
