import type { Place } from '@why401/core';
import { sideBySide } from '@why401/core/issuer';
import type { AlignedRow, Section } from '@why401/core/report';
import type { Comparison, Side } from '../explanation.ts';

/** Found against wanted, one above the other, equal characters in one column. */
export function comparedSection({ comparison }: { readonly comparison: Comparison | null }): Section[] {
  if (comparison === null) return [];
  const { found, wanted, difference } = comparison;
  const { gapsA, gapsB, marks } = difference === null ? { gapsA: [], gapsB: [], marks: [] } : sideBySide(difference);
  const rows = [rowOf(found, gapsA), rowOf(wanted, gapsB)];
  return [{ id: 'compared', title: 'Found', blocks: [{ kind: 'aligned', rows, marks }] }];
}

function rowOf({ source, name, value, place }: Side, gaps: NonNullable<AlignedRow['gaps']>): AlignedRow {
  return { source, name, value, gaps, ...(place === null ? {} : { place: placeText(place) }) };
}

/** `kong.yaml:42:14` */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
