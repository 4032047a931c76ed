import type { JsonObject } from '../../json/index.ts';
import type { FoundToken } from '../model.ts';
import { fitsAlgorithm, joseHeader, leastOctets, octetsOf } from './header.ts';

/** Text that begins with a JOSE header, judged by its shape alone. */
export interface Candidate {
  /** As much of the text as belongs to the token. */
  readonly text: string;
  readonly cutOff: FoundToken['cutOff'];
  /** Nothing seems to be missing: what follows on the next line is not joined. */
  readonly isWhole: boolean;
  /** Characters after the token that stand for what was left out. */
  readonly ellipsis: number;
}

/** An encrypted token has five; more dots than that are looked at by nobody. */
const MOST_SEGMENTS = 6;

/** `text` begins with a header, `after` is the character behind it. */
export function judge(text: string, after: string): Candidate | undefined {
  const reach = upToDot(text, MOST_SEGMENTS);
  const header = joseHeader(reach.slice(0, upToDot(text, 1).length));
  if (header === undefined) return undefined;
  const wanted = Object.hasOwn(header, 'enc') ? 5 : 3;
  const dots = trailingDots(reach);
  const isUnsecured = dots === 2 && header.alg === 'none' && reach.indexOf('..') === reach.length - 2;
  if (reach.length === text.length && (after === '…' || (dots > 1 && !isUnsecured))) {
    const body = reach.slice(0, reach.length - dots);
    return { text: body, cutOff: 'ellipsis', isWhole: false, ellipsis: dots + (after === '…' ? 1 : 0) };
  }
  const all = reach.split('.');
  const last = all[wanted - 1];
  if (last === undefined) return { text: reach, cutOff: 'part-missing', isWhole: false, ellipsis: 0 };
  const end = wanted === 3 ? endOfSignature(last, header) : last;
  if (end === last && hasMore(all, wanted)) return { text, cutOff: undefined, isWhole: true, ellipsis: 0 };
  const whole = [...all.slice(0, wanted - 1), end].join('.');
  return { text: whole, ...judgeLast(end, header, wanted), ellipsis: 0 };
}

/**
 * Parts beyond the last one belong to what was sent: leaving them out would show another token. A
 * single dot at the end is a sentence's.
 */
function hasMore(segments: readonly string[], wanted: number): boolean {
  return segments.length > wanted + 1 || (segments.length === wanted + 1 && segments[wanted] !== '');
}

function judgeLast(last: string, header: JsonObject, wanted: number): Pick<Candidate, 'cutOff' | 'isWhole'> {
  const octets = octetsOf(last);
  if (wanted === 5) return { cutOff: undefined, isWhole: octets === 16 || octets === 24 || octets === 32 };
  const isShort = octets < leastOctets(header.alg);
  return { cutOff: isShort ? 'signature-short' : undefined, isWhole: fitsAlgorithm(header.alg, octets) };
}

/** Cuts at what is no base64url where the part in front of it is a whole signature: `…sig/next`. */
function endOfSignature(last: string, header: JsonObject): string {
  const at = last.search(/[/+%]/);
  return at >= 0 && fitsAlgorithm(header.alg, octetsOf(last.slice(0, at))) ? last.slice(0, at) : last;
}

/** The text up to its dot number `count`, the whole where it has fewer. */
function upToDot(text: string, count: number): string {
  let at = -1;
  for (let dots = 0; dots < count; dots++) {
    at = text.indexOf('.', at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at);
}

function trailingDots(text: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === '.') count++;
  return count;
}
