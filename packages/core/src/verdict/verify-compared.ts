import { compareIssuers, type IssuerDifference, markOf, nearest } from '../issuer/index.ts';
import type { AlignedGap, AlignedMark, Block } from '../report/index.ts';
import type { ClaimCheck } from './verify-claims.ts';

/** An issuer or audience that differs: both strings one above the other, the differing characters marked. */
export function comparedBlock({ name, outcome, found, bound }: ClaimCheck): Block | undefined {
  if (outcome !== 'fail' || typeof found !== 'string' || bound.kind !== 'one-of') return undefined;
  const wanted = nearest(found, bound.values, 1)[0]?.value ?? bound.values[0];
  if (wanted === undefined) return undefined;
  const compared = compareIssuers(found, wanted);
  const [first] = compared.differences;
  // Two texts that have nothing in common need no marks.
  if (first === undefined || first.a.to - first.a.from === found.length) return undefined;
  const { gaps, marks } = laidOut(compared);
  return {
    kind: 'aligned',
    rows: [
      { source: 'token', name, value: found, gaps: gaps[0] },
      { source: 'wanted', name, value: wanted, gaps: gaps[1] },
    ],
    marks,
  };
}

/** The shorter side of each difference is filled up, and the mark spans the longer one. */
function laidOut(compared: IssuerDifference): { gaps: readonly [AlignedGap[], AlignedGap[]]; marks: AlignedMark[] } {
  const gaps: readonly [AlignedGap[], AlignedGap[]] = [[], []];
  const marks: AlignedMark[] = [];
  let filled = 0;
  for (const difference of compared.differences) {
    const [ofA, ofB] = [difference.a.to - difference.a.from, difference.b.to - difference.b.from];
    const length = Math.max(ofA, ofB);
    if (ofA < length) gaps[0].push({ at: difference.a.to, length: length - ofA });
    if (ofB < length) gaps[1].push({ at: difference.b.to, length: length - ofB });
    marks.push({ at: difference.a.from + filled, length, note: markOf(compared, difference) });
    filled += length - ofA;
  }
  return { gaps, marks };
}
