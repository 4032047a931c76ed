/** Finds the first place at or after `from`, before `to`, where one of the literals stands; -1 where none does. */
export interface Matcher {
  find(bytes: Uint8Array, from: number, to: number): number;
}

const BLOCK = 3;
const TABLE = 1 << 16;

/**
 * Many literals at once, by skipping (Wu and Manber 1994, blocks of three octets): most octets are never looked at. All
 * literals need three octets at least; the shortest says how far can be skipped.
 */
export function createMatcher(literals: readonly string[]): Matcher {
  const patterns = [...new Set(literals)].map(toBytes).filter(({ length }) => length >= BLOCK);
  const window = Math.min(255, ...patterns.map(({ length }) => length));
  if (patterns.length === 0) return { find: () => -1 };
  const shifts = new Uint8Array(TABLE).fill(window - BLOCK + 1);
  /** Octets that stand in the looked-at part of a literal; over any other a whole window can be skipped. */
  const occurs = new Uint8Array(256);
  const buckets = new Map<number, Uint8Array[]>();
  for (const pattern of patterns) {
    for (const octet of pattern.subarray(0, window)) occurs[octet] = 1;
    for (let at = BLOCK - 1; at < window; at++) {
      const block = blockAt(pattern, at);
      shifts[block] = Math.min(shifts[block] as number, window - 1 - at);
    }
    const last = blockAt(pattern, window - 1);
    buckets.set(last, [...(buckets.get(last) ?? []), pattern]);
  }
  return {
    find(bytes, from, to) {
      let at = from + window - 1;
      while (at < to) {
        const last = bytes[at] as number;
        if (occurs[last] === 0) {
          at += window;
          continue;
        }
        const before = bytes[at - 1] as number;
        if (occurs[before] === 0) {
          at += window - 1;
          continue;
        }
        const block = hash(bytes[at - 2] as number, before, last);
        const shift = shifts[block] as number;
        if (shift > 0) {
          at += shift;
          continue;
        }
        const start = at - window + 1;
        for (const pattern of buckets.get(block) ?? []) if (standsAt(bytes, start, to, pattern)) return start;
        at++;
      }
      return -1;
    },
  };
}

const hash = (one: number, two: number, three: number): number => ((one << 10) ^ (two << 5) ^ three) & (TABLE - 1);

const blockAt = (pattern: Uint8Array, at: number): number =>
  hash(pattern[at - 2] as number, pattern[at - 1] as number, pattern[at] as number);

function standsAt(bytes: Uint8Array, at: number, to: number, pattern: Uint8Array): boolean {
  if (at + pattern.length > to) return false;
  for (let i = 0; i < pattern.length; i++) if (bytes[at + i] !== pattern[i]) return false;
  return true;
}

/** Logs are read as Latin-1: one character for each octet. */
const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
