import type { AlignedMark, AlignedRow } from '../report/index.ts';
import { markOf } from './kinds/index.ts';
import type { IssuerDifference } from './model.ts';

type Gap = NonNullable<AlignedRow['gaps']>[number];

/** How two strings stand one above the other, equal characters in one column. */
export interface SideBySide {
  readonly gapsA: readonly Gap[];
  readonly gapsB: readonly Gap[];
  /** Under the longer side of each difference. */
  readonly marks: readonly AlignedMark[];
}

/** The shorter side of each difference is filled up; the mark spans the longer one. */
export function sideBySide(compared: IssuerDifference): SideBySide {
  const gapsA: Gap[] = [];
  const gapsB: Gap[] = [];
  const marks: AlignedMark[] = [];
  let filled = 0;
  for (const difference of compared.differences) {
    const { a, b } = difference;
    const [lengthA, lengthB] = [a.to - a.from, b.to - b.from];
    const length = Math.max(lengthA, lengthB);
    if (lengthA < length) gapsA.push({ at: a.to, length: length - lengthA });
    if (lengthB < length) gapsB.push({ at: b.to, length: length - lengthB });
    marks.push({ at: a.from + filled, length, note: markOf(compared, difference) });
    filled += length - lengthA;
  }
  return { gapsA, gapsB, marks };
}
