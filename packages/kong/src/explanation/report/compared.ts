import type { Place } from '@why401/core';
import { type IssuerDifference, markOf } from '@why401/core/issuer';
import type { AlignedMark, AlignedRow, Section } from '@why401/core/report';
import type { Comparison, Side } from '../explanation.ts';

/** Found against wanted, one above the other, equal characters in one column. */
export function comparedSection({ comparison }: { readonly comparison: Comparison | null }): Section[] {
  if (comparison === null) return [];
  const { found, wanted, difference } = comparison;
  const { gaps, marks } = difference === null ? { gaps: [[], []] as const, marks: [] } : laidOut(difference);
  const rows = [rowOf(found, gaps[0]), rowOf(wanted, gaps[1])];
  return [{ id: 'compared', title: 'Found', blocks: [{ kind: 'aligned', rows, marks }] }];
}

function rowOf({ source, name, value, place }: Side, gaps: NonNullable<AlignedRow['gaps']>): AlignedRow {
  return { source, name, value, gaps, ...(place === null ? {} : { place: placeText(place) }) };
}

/** `kong.yaml:42:14` */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

type Gaps = { at: number; length: number }[];

/** The shorter side of each difference is filled up; the mark spans the longer one. */
function laidOut(compared: IssuerDifference): { gaps: readonly [Gaps, Gaps]; marks: AlignedMark[] } {
  const gaps: readonly [Gaps, Gaps] = [[], []];
  const marks: AlignedMark[] = [];
  let filled = 0;
  for (const difference of compared.differences) {
    const { a, b } = difference;
    const [lengthA, lengthB] = [a.to - a.from, b.to - b.from];
    const length = Math.max(lengthA, lengthB);
    if (lengthA < length) gaps[0].push({ at: a.to, length: length - lengthA });
    if (lengthB < length) gaps[1].push({ at: b.to, length: length - lengthB });
    marks.push({ at: a.from + filled, length, note: markOf(compared, difference) });
    filled += length - lengthA;
  }
  return { gaps, marks };
}
