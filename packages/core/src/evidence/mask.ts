import { scanJson } from '../json/index.ts';
import { MAX_KEY_MEMBERS } from '../limits/index.ts';

/** Members of a JWK that must not be published (RFC 7518 §6.2.2, §6.3.2, §6.4; RFC 8037 §2; ML-DSA). */
const PRIVATE: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']);

/**
 * The text with private key material written over, character by character, so that a file which is
 * given away holds none. What a judge sees stays: that the member is there, its form and its length.
 */
export function maskPrivateKeys(text: string): string {
  const ranges: (readonly [from: number, to: number])[] = [];
  scanJson(
    text,
    (path, from, to) => {
      if (PRIVATE.has(path.at(-1) ?? '') && isOfKey(path)) ranges.push([from, to]);
    },
    { members: MAX_KEY_MEMBERS },
  );
  let masked = '';
  let at = 0;
  for (const [from, to] of ranges.sort(([a], [b]) => a - b)) {
    if (from < at) continue;
    masked += text.slice(at, from) + written(text.slice(from, to));
    at = to;
  }
  return masked + text.slice(at);
}

/** `["d"]` of a single key, `["keys", "0", "d"]` of a set. */
const isOfKey = (path: readonly string[]): boolean => path.length === 1 || (path.length === 3 && path[0] === 'keys');

const written = (literal: string): string => (literal.startsWith('"') ? `"${'A'.repeat(literal.length - 2)}"` : '"AA"');
