import { type AlignedBlock, type Column, type ColumnMark, columnsOf, endOf, marksOf } from './columns.ts';
import { type Piece, windowOf } from './window.ts';

/** How text is made safe and what stands for what is not shown. */
export interface AlignedStyle {
  safe(text: string): string;
  readonly dots: string;
  /** One column; fills a row up where another one has more. */
  readonly filler: string;
}

export interface Run {
  readonly text: string;
  readonly kind: 'same' | 'marked' | 'filler' | 'dots';
}

export interface ShownMark {
  /** Columns from the start of the values. */
  readonly at: number;
  readonly width: number;
  readonly note: string;
}

export interface Shown {
  /** Runs of each row, in the order of the block's rows. */
  readonly rows: readonly (readonly Run[])[];
  readonly marks: readonly ShownMark[];
}

/** Lays the values of an aligned block out in at most `room` columns where that is possible. */
export function layOut(block: AlignedBlock, room: number, style: AlignedStyle): Shown {
  const columns = columnsOf(block, style.safe);
  const marks = marksOf(block, columns);
  const pieces = windowOf(columns, marks, room, style.dots.length);
  return {
    rows: block.rows.map((_, row) => runsOf(columns, marks, pieces, row, style)),
    marks: shownMarks(columns, marks, pieces, style.dots.length),
  };
}

function runsOf(
  columns: readonly Column[],
  marks: readonly ColumnMark[],
  pieces: readonly Piece[],
  row: number,
  style: AlignedStyle,
): readonly Run[] {
  const runs: Run[] = [];
  const add = (text: string, kind: Run['kind']): void => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { text: last.text + text, kind };
    else runs.push({ text, kind });
  };
  const marked = new Set(marks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const end = endOf(columns, row);
  let shown = 0;
  for (const { from, to } of pieces) {
    if (from > shown && shown < end) add(style.dots, 'dots');
    for (let at = from; at < Math.min(to, end); at++) {
      const column = columns[at];
      const text = column?.texts[row] ?? '';
      add(text, marked.has(at) ? 'marked' : 'same');
      add(style.filler.repeat((column?.width ?? 0) - widthIn(column, row)), 'filler');
    }
    shown = to;
  }
  if (shown < end) add(style.dots, 'dots');
  return runs;
}

function widthIn(column: Column | undefined, row: number): number {
  return column?.widths[row] ?? 0;
}

function shownMarks(
  columns: readonly Column[],
  marks: readonly ColumnMark[],
  pieces: readonly Piece[],
  dots: number,
): readonly ShownMark[] {
  const offsets = new Map<number, number>();
  let offset = 0;
  let shown = 0;
  for (const { from, to } of pieces) {
    if (from > shown) offset += dots;
    for (let at = from; at < to; at++) {
      offsets.set(at, offset);
      offset += columns[at]?.width ?? 0;
    }
    offsets.set(to, offset);
    shown = to;
  }
  const isShown = (at: number): boolean => pieces.some(({ from, to }) => from <= at && at < to);
  return marks.flatMap(({ from, to, note }) => {
    const start = offsets.get(from);
    if (start === undefined) return [];
    let end = start;
    for (let at = from; at < to && isShown(at); at++) end += columns[at]?.width ?? 0;
    return [{ at: start, width: Math.max(1, end - start), note }];
  });
}
