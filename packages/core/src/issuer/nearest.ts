import { distanceFrom } from './distance.ts';
import { foldIssuer, foldSum } from './fold.ts';

/** A candidate that comes close to what was wanted. */
export interface Near {
  readonly value: string;
  /** Position among the candidates, 0-based. */
  readonly index: number;
  /** Levenshtein distance in UTF-16 units. */
  readonly distance: number;
  /** The same identifier to a person's eye: only slash, case, scheme, white space, look-alikes, … differ. */
  readonly sameToTheEye: boolean;
}

/** Farther than this share of its length, a candidate is another thing, not a slip. */
const FARTHEST_SHARE = 0.4;
/** Longer candidates are compared by what they look like only. */
const LONGEST = 2048;

interface Ranked extends Near {
  readonly rank: number;
}

/**
 * The candidates nearest to `wanted`, best first: those that look the same, then those that name
 * the same GUID (another issuer of the same tenant), then by edit distance. An equal candidate
 * has distance 0. A hint for a person, never an acceptance. 10,000 candidates take some 10 ms.
 */
export function nearest(wanted: string, candidates: Iterable<string>, limit: number): readonly Near[] {
  if (limit <= 0) return [];
  const looksSame = looksLike(wanted);
  const tenant = guidOf(wanted);
  const farthest = Math.max(2, Math.floor(wanted.length * FARTHEST_SHARE));
  const letters = letterCounts(wanted);
  const distanceTo = distanceFrom(wanted.slice(0, LONGEST));
  const best: Ranked[] = [];
  let index = -1;
  for (const value of candidates) {
    index++;
    const worst = best.length < limit ? undefined : best[limit - 1];
    const sameToTheEye = value === wanted || looksSame(value);
    const rank = sameToTheEye
      ? 0
      : tenant !== undefined && value.length <= LONGEST && value.toLowerCase().includes(tenant)
        ? 1
        : 2;
    if (worst && worst.rank < rank) continue;
    const cutoff = Math.min(rank < 2 ? LONGEST : farthest, worst && worst.rank === rank ? worst.distance - 1 : LONGEST);
    if (rank === 2 && (value.length > LONGEST || isFar(letters, value, cutoff))) continue;
    const distance = distanceTo(value.length > LONGEST ? value.slice(0, LONGEST) : value, cutoff);
    if (distance > cutoff) continue;
    insert(best, { value, index, distance, sameToTheEye, rank }, limit);
  }
  return best.map(({ rank: _, ...near }) => near);
}

function looksLike(wanted: string): (value: string) => boolean {
  const fold = foldIssuer(wanted);
  const sum = foldSum(wanted);
  return (value) => {
    const other = sum === undefined ? undefined : foldSum(value);
    return (other === undefined || other === sum) && foldIssuer(value) === fold;
  };
}

function insert(best: Ranked[], near: Ranked, limit: number): void {
  let at = best.length;
  const before = (one: Ranked | undefined): boolean =>
    one !== undefined && (near.rank < one.rank || (near.rank === one.rank && near.distance < one.distance));
  while (at > 0 && before(best[at - 1])) at--;
  best.splice(at, 0, near);
  if (best.length > limit) best.pop();
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const guidOf = (text: string): string | undefined => GUID.exec(text)?.[0].toLowerCase();

const counts = new Int16Array(64);

function letterCounts(text: string): Int16Array {
  const found = new Int16Array(64);
  for (let at = 0; at < text.length; at++) count(found, text.charCodeAt(at) & 63, 1);
  return found;
}

function count(bins: Int16Array, bin: number, by: number): void {
  bins[bin] = (bins[bin] ?? 0) + by;
}

/** Cheap to ask, and worth it only where little may differ. */
const isFar = (wanted: Int16Array, value: string, cutoff: number): boolean =>
  cutoff < value.length / 4 && lettersApart(wanted, value) > cutoff;

/** A lower bound of the distance: letters that one has too many or too few, whatever their order. */
function lettersApart(wanted: Int16Array, value: string): number {
  counts.set(wanted);
  for (let at = 0; at < value.length; at++) count(counts, value.charCodeAt(at) & 63, -1);
  let more = 0;
  let less = 0;
  for (const left of counts) {
    if (left > 0) more += left;
    else less -= left;
  }
  return Math.max(more, less);
}
