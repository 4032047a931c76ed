import type { Line, Span, Tone } from '../model.ts';
import { exactlyInAscii, inAscii, sanitise } from '../safe/sanitise.ts';
import { widthOf } from '../safe/width.ts';

export interface TextOptions {
  /** Columns; `Infinity` (off a terminal) never wraps and never cuts. */
  readonly width: number;
  readonly color: boolean;
  /** `false`: only ASCII comes out. */
  readonly unicode: boolean;
}

/** Text that is safe to print, and how it looks. */
export interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of output. */
export type Row = readonly Cell[];

export const cell = (text: string, tone: Tone = 'plain'): Cell => ({ text, tone });

export const blanks = (count: number): Cell => cell(' '.repeat(Math.max(0, count)));

export const rowWidth = (row: Row): number => row.reduce((sum, { text }) => sum + widthOf(text), 0);

const OUTSIDE: ReadonlySet<Tone> = new Set(['value', 'code', 'mark']);

/** Makes raw text safe; `tone` tells whether it is ours or came from outside. */
export function safeText(text: string, tone: Tone, options: TextOptions): string {
  if (options.unicode) return sanitise(text);
  return OUTSIDE.has(tone) ? exactlyInAscii(text) : inAscii(text);
}

export function cellOf({ text, tone = 'plain' }: Span, options: TextOptions): Cell {
  return cell(safeText(text, tone, options), tone);
}

export const rowOf = (line: Line, options: TextOptions): Row => line.map((span) => cellOf(span, options));

/** A row of outside text, never wrapped. */
export const exactRow = (text: string, tone: Tone, options: TextOptions): Row => [
  cell(options.unicode ? sanitise(text) : exactlyInAscii(text), tone),
];
