/** Distance to one text, or `cutoff + 1` when it is more than `cutoff`. */
export type DistanceTo = (text: string, cutoff: number) => number;

/**
 * Levenshtein distance in UTF-16 units from one text to many. Common ends are cut off, the rest is
 * counted in blocks of 32 rows at once (Myers 1999, in Hyyrö's form), from tables made once.
 */
export function distanceFrom(pattern: string): DistanceTo {
  const rowsOf = rowTable(pattern);
  const plus = new Int32Array((pattern.length >> 5) + 1);
  const minus = new Int32Array(plus.length);
  return (text, cutoff) => {
    if (Math.abs(pattern.length - text.length) > cutoff) return cutoff + 1;
    const head = commonHead(pattern, text);
    const end = commonEnd(pattern, text, head);
    const rows = pattern.length - head - end;
    const columns = text.length - end;
    const count = Math.ceil(rows / 32);
    plus.fill(-1, 0, count);
    minus.fill(0, 0, count);
    const [skip, shift] = [head >> 5, head & 31];
    const lastBit = 1 << ((rows - 1) & 31);
    let score = rows;
    for (let at = head; at < columns && score - (columns - at) <= cutoff; at++) {
      const bits = rowsOf(text.charCodeAt(at));
      let carry = 1;
      for (let block = 0; block < count; block++) {
        // The table counts rows from the start of the pattern, the blocks from the end of `head`.
        const low = bits[block + skip] as number;
        const equal = shift === 0 ? low : (low >>> shift) | ((bits[block + skip + 1] as number) << (32 - shift));
        carry = step(plus, minus, block, equal, carry, block === count - 1 ? lastBit : 1 << 31);
      }
      score += rows === 0 ? 1 : carry;
    }
    return Math.min(score, cutoff + 1);
  };
}

function commonHead(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  return head;
}

function commonEnd(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let end = 0;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return end;
}

/** For each letter the rows of the pattern in which it stands, one bit each, and one block to spare. */
function rowTable(pattern: string): (code: number) => Int32Array {
  const blocks = (pattern.length >> 5) + 2;
  const none: Int32Array = new Int32Array(blocks);
  const ascii = Array.from({ length: 128 }, () => none);
  const others = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    let bits = ascii[code] ?? others.get(code) ?? none;
    if (bits === none) bits = new Int32Array(blocks);
    if (code < 128) ascii[code] = bits;
    else others.set(code, bits);
    bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
  }
  return (code) => (code < 128 ? (ascii[code] as Int32Array) : (others.get(code) ?? none));
}

/** One block for one letter; what goes in and comes out is the horizontal difference at its edges. */
function step(plus: Int32Array, minus: Int32Array, block: number, equal: number, carry: number, bit: number): number {
  const up = plus[block] as number;
  const down = minus[block] as number;
  const vertical = equal | down;
  const fed = carry < 0 ? equal | 1 : equal;
  const horizontal = (((fed & up) + up) ^ up) | fed;
  let more = down | ~(horizontal | up);
  let less = up & horizontal;
  const out = (more & bit) !== 0 ? 1 : (less & bit) !== 0 ? -1 : 0;
  more <<= 1;
  less <<= 1;
  if (carry < 0) less |= 1;
  else if (carry > 0) more |= 1;
  plus[block] = less | ~(vertical | more);
  minus[block] = more & vertical;
  return out;
}
