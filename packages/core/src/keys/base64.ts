import { BAD_CHARACTER, decodeLenient, SINGLE } from '../encoding/index.ts';

/** How a text departs from base64url as JOSE wants it (RFC 7515 §2). */
export type Base64Deviation = 'standard-alphabet' | 'padding' | 'white-space' | 'unused-bits';

export interface Base64Reading {
  readonly bytes: Uint8Array;
  readonly deviations: readonly Base64Deviation[];
}

/** Either alphabet, padding and white space allowed and reported. `undefined` for anything else. */
export function readBase64(text: string): Base64Reading | undefined {
  const deviations: Base64Deviation[] = [];
  let body = text;
  if (/[\t\n\r ]/.test(body)) {
    deviations.push('white-space');
    body = body.replace(/[\t\n\r ]+/g, '');
  }
  const end = endOfBody(body);
  if (end < body.length) {
    if (body.length - end > 2 || body.length % 4 !== 0) return undefined;
    deviations.push('padding');
    body = body.slice(0, end);
  }
  if (body.length % 4 === 1) return undefined;
  const standard = body.includes('+') || body.includes('/');
  if (standard && (body.includes('-') || body.includes('_'))) return undefined;
  if (standard) deviations.push('standard-alphabet');
  const bytes = decode(body);
  if (bytes === undefined) return undefined;
  if (hasUnusedBits(body)) deviations.push('unused-bits');
  return { bytes, deviations };
}

function endOfBody(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 61) end--;
  return end;
}

/** Of either alphabet; a body that is checked loses nothing to the lenient decoder. */
function decode(text: string): Uint8Array | undefined {
  return /[^\w+/-]/.test(text) ? undefined : decodeLenient(text);
}

function hasUnusedBits(text: string): boolean {
  const rest = text.length % 4;
  if (rest === 0) return false;
  const character = text
    .charAt(text.length - 1)
    .replace('+', '-')
    .replace('/', '_');
  const last = SINGLE[character.charCodeAt(0)] ?? BAD_CHARACTER;
  return (last & (rest === 2 ? 0x0f : 0x03)) !== 0;
}
