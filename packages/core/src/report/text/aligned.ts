import type { AlignedBlock } from '../aligned/columns.ts';
import { layOut, type Run, type ShownMark } from '../aligned/layout.ts';
import { noteLines } from '../aligned/notes.ts';
import type { AlignedRow, Tone } from '../model.ts';
import { exactlyInAscii, sanitise } from '../safe/sanitise.ts';
import { widthOf } from '../safe/width.ts';
import { blanks, type Cell, cell, type Row, rowWidth, safeText, type TextOptions } from './cells.ts';
import { bar, ellipsis, filler } from './symbols.ts';

const SOURCE_GAP = 2;
const NAME_GAP = 3;
/** In front of the place; less where it would not fit otherwise. */
const PLACE_GAP = 4;
const LEAST_PLACE_GAP = 2;
/** A place that would leave less than this for the values goes below them. */
const LEAST_ROOM = 40;

const TONES: Readonly<Record<Run['kind'], Tone>> = { same: 'value', marked: 'mark', filler: 'dim', dots: 'dim' };

/** Rows one above the other, and under them what differs. */
export function alignedRows(block: AlignedBlock, options: TextOptions): readonly Row[] {
  const labels = labelCells(block, options);
  const margin = Math.max(...labels.map(rowWidth), 0);
  const room = options.width - margin;
  const places = block.rows.map(({ place }) => (place === undefined ? '' : safeText(place, 'dim', options)));
  const placeWidth = Math.max(...places.map(widthOf), 0);
  const { values, marks, besides } = fit(block, room, placeWidth === 0 ? 0 : placeWidth + LEAST_PLACE_GAP, options);
  const widest = Math.max(...values.map(rowWidth), 0);
  const gap = Math.min(PLACE_GAP, room - widest - placeWidth);
  const rows = values.map((value, at): Row => {
    const place = places[at] ?? '';
    const row = [...(labels[at] ?? []), ...value];
    return besides && place !== '' ? [...row, blanks(widest - rowWidth(value) + gap), cell(place, 'dim')] : row;
  });
  const notes = noteLines(marks, room, bar(options.unicode)).map((text): Row => [blanks(margin), cell(text, 'mark')]);
  const below = besides ? [] : block.rows.flatMap((row, at) => placeBelow(row, places[at] ?? '', options));
  return [...rows, ...notes, ...below];
}

interface Fitted {
  readonly values: readonly Row[];
  readonly marks: readonly ShownMark[];
  /** There is room for the places beside the values. */
  readonly besides: boolean;
}

function fit(block: AlignedBlock, room: number, placeRoom: number, options: TextOptions): Fitted {
  const style = {
    safe: options.unicode ? sanitise : exactlyInAscii,
    dots: ellipsis(options.unicode),
    filler: filler(options.unicode),
  };
  const natural = Math.max(...layOut(block, Number.POSITIVE_INFINITY, style).rows.map(runsWidth), 0);
  const besides = natural + placeRoom <= room || (natural > room && room - placeRoom >= LEAST_ROOM);
  const shown = layOut(block, besides ? room - placeRoom : room, style);
  const values = shown.rows.map((runs) => runs.map(({ text, kind }) => cell(text, TONES[kind])));
  const marks = shown.marks.map((mark) => ({ ...mark, note: safeText(mark.note, 'plain', options) }));
  return { values, marks, besides };
}

const runsWidth = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + widthOf(text), 0);

function placeBelow({ source, name }: AlignedRow, place: string, options: TextOptions): readonly Row[] {
  return place === '' ? [] : [[cell(`${safeText(`${source} ${name}`, 'plain', options)}: ${place}`, 'dim')]];
}

/** `token   iss   ` padded to the same width. */
function labelCells(block: AlignedBlock, options: TextOptions): readonly (readonly Cell[])[] {
  const safe = (text: string): string => safeText(text, 'plain', options);
  const sources = block.rows.map(({ source }) => safe(source));
  const names = block.rows.map(({ name }) => safe(name));
  const column = (texts: readonly string[]): number => Math.max(...texts.map(widthOf), 0);
  const pad = (text: string, width: number, gap: number): Cell =>
    cell(width === 0 ? '' : text + ' '.repeat(width - widthOf(text) + gap), 'dim');
  return block.rows.map((_, at) => [
    pad(sources[at] ?? '', column(sources), SOURCE_GAP),
    pad(names[at] ?? '', column(names), NAME_GAP),
  ]);
}
