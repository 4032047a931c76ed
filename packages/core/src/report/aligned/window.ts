import type { Column, ColumnMark } from './columns.ts';

/** Columns `[from, to)` that are shown; what lies between two pieces is left out. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Chooses what of a long alignment is shown in `room` columns: everything if it fits, else the
 * marked places with as much around them as there is room for; of marks that are too long themselves
 * the beginning.
 */
export function windowOf(
  columns: readonly Column[],
  marks: readonly ColumnMark[],
  room: number,
  dots: number,
): readonly Piece[] {
  const everything = [{ from: 0, to: columns.length }];
  const fits = (pieces: readonly Piece[]): boolean => shownWidth(columns, pieces, dots) <= room;
  if (fits(everything)) return everything;
  const centres = marks.length > 0 ? marks : [{ from: 0, to: 1 }];
  const around = (context: number): readonly Piece[] =>
    join(
      centres.map(({ from, to }) => ({ from: from - context, to: to + context })),
      columns.length,
      dots,
    );
  if (fits(around(0))) return largest(around, fits, columns.length);
  const starts = (length: number, count: number = centres.length): readonly Piece[] =>
    join(
      centres.slice(0, count).map(({ from, to }) => ({ from, to: Math.min(to, from + length) })),
      columns.length,
      dots,
    );
  const shorter = largest(starts, fits, columns.length);
  return fits(shorter) ? shorter : largest((count) => starts(0, count), fits, centres.length);
}

/** The largest argument that still fits; fitting is monotonous. */
function largest(
  make: (n: number) => readonly Piece[],
  fits: (pieces: readonly Piece[]) => boolean,
  most: number,
): readonly Piece[] {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(make(middle))) low = middle;
    else high = middle - 1;
  }
  return make(low);
}

/** Pieces that touch, or lie so close that dots would save nothing, are one. */
function join(pieces: readonly Piece[], end: number, dots: number): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const from = piece.from <= dots ? 0 : piece.from;
    const to = piece.to >= end - dots ? end : piece.to;
    const last = joined.at(-1);
    if (last && from <= last.to + dots) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

function shownWidth(columns: readonly Column[], pieces: readonly Piece[], dots: number): number {
  let width = 0;
  for (const { from, to } of pieces) for (let at = from; at < to; at++) width += columns[at]?.width ?? 0;
  return width + dots * gapsIn(pieces, columns.length);
}

const gapsIn = (pieces: readonly Piece[], end: number): number =>
  Math.max(0, pieces.length - 1) + ((pieces[0]?.from ?? 0) > 0 ? 1 : 0) + ((pieces.at(-1)?.to ?? end) < end ? 1 : 0);
