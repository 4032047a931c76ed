import type { AlignedRow, Block } from '../model.ts';
import { widthOf } from '../safe/width.ts';

export type AlignedBlock = Extract<Block, { kind: 'aligned' }>;

/** One place of the alignment: what each row shows there (`''` for a gap), and how wide the widest is. */
export interface Column {
  readonly texts: readonly string[];
  readonly widths: readonly number[];
  readonly width: number;
}

/** A mark as a range of columns. */
export interface ColumnMark {
  readonly from: number;
  readonly to: number;
  readonly note: string;
}

/** Columns of an aligned block: one for each UTF-16 place of the rows with their gaps filled. */
export function columnsOf(block: AlignedBlock, safe: (text: string) => string): readonly Column[] {
  const rows = block.rows.map((row) => placesOf(row).map((text) => (text === '' ? '' : safe(text))));
  const count = Math.max(...rows.map((row) => row.length), 0);
  return Array.from({ length: count }, (_, at) => {
    const texts = rows.map((row) => row[at] ?? '');
    const widths = texts.map(widthOf);
    return { texts, widths, width: Math.max(...widths) };
  });
}

export function marksOf(block: AlignedBlock, columns: readonly Column[]): readonly ColumnMark[] {
  return block.marks
    .map(({ at, length, note }) => {
      let from = Math.min(Math.max(0, at), Math.max(0, columns.length - 1));
      // The second half of a surrogate pair takes no place of its own.
      while (from > 0 && columns[from]?.width === 0) from--;
      return { from, to: Math.max(from + 1, Math.min(at + length, columns.length)), note };
    })
    .sort((a, b) => a.from - b.from);
}

/** One string for each UTF-16 place; the second half of a pair and a gap are `''`. */
function placesOf({ value, gaps = [] }: AlignedRow): readonly string[] {
  const places: string[] = [];
  const ordered = [...gaps].sort((a, b) => a.at - b.at);
  let next = 0;
  for (let at = 0; at <= value.length; ) {
    for (; (ordered[next]?.at ?? Number.POSITIVE_INFINITY) <= at; next++) {
      for (let i = 0; i < (ordered[next]?.length ?? 0); i++) places.push('');
    }
    if (at === value.length) break;
    const letter = String.fromCodePoint(value.codePointAt(at) ?? 0);
    places.push(letter);
    if (letter.length === 2) places.push('');
    at += letter.length;
  }
  return places;
}

/** Where the row's own text ends: what follows is only gap. */
export function endOf(columns: readonly Column[], row: number): number {
  let end = columns.length;
  while (end > 0 && (columns[end - 1]?.texts[row] ?? '') === '') end--;
  return end;
}
