/** Numbers seen lately, in memory that neither grows nor leaves garbage. */
export interface Recent {
  /** Remembers a number; false where it was remembered already. */
  add(key: number): boolean;
  /** Numbers that were forgotten to make room. */
  forgotten(): number;
}

/** Slots for each number: a table that is mostly empty is searched in one step. */
const SPARSE = 4;

/** Remembers the last `most` numbers at least half: they go in two generations, and the older is forgotten whole. */
export function createRecent(most: number): Recent {
  const size = 2 ** Math.ceil(Math.log2((most / 2) * SPARSE));
  let young = new Float64Array(size);
  let old = new Float64Array(size);
  let count = 0;
  let oldCount = 0;
  let forgotten = 0;
  return {
    add(key) {
      const kept = key + 1;
      const slot = slotOf(young, kept);
      if (young[slot] === kept || old[slotOf(old, kept)] === kept) return false;
      young[slot] = kept;
      if (++count >= most / 2) {
        forgotten += oldCount;
        [young, old] = [old.fill(0), young];
        [oldCount, count] = [count, 0];
      }
      return true;
    },
    forgotten: () => forgotten,
  };
}

const PRIME = 2_654_435_761;

function slotOf(table: Float64Array, key: number): number {
  const mask = table.length - 1;
  let slot = Math.imul((key % 4_294_967_291) | 0, PRIME) >>> 0;
  slot = (slot >>> 8) & mask;
  while (table[slot] !== 0 && table[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
