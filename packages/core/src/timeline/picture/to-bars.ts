import type { Block, Line, Span, Tone } from '../../report/index.ts';
import { showRelative } from '../clock-face.ts';
import type { Instant, Timeline } from '../model.ts';
import { ALPHABETS, type Alphabet, type AlphabetName } from './alphabets.ts';
import { fit, widthOf } from './columns.ts';
import { face, type Row, rowsOf, type Segment } from './rows.ts';
import { positionOf, type Scale, scaleOf } from './scale.ts';
import { captionOf, ticksOf } from './ticks.ts';

export interface BarOptions {
  readonly alphabet: AlphabetName;
  /** Columns that the picture may take; 100 is the most. */
  readonly width?: number;
}

const WIDEST = 100;
const TICK_ROOM = 9;

interface Frame {
  readonly timeline: Timeline;
  readonly scale: Scale;
  readonly signs: Alphabet;
  readonly ascii: boolean;
  readonly label: number;
  /** Columns of the axis; the last one is its right edge. */
  readonly plot: number;
  readonly tail: number;
}

/** Bars of the tokens' lives over a common axis, with the times asked about underneath. */
export function toBars(timeline: Timeline, options: BarOptions): Block {
  const rows = rowsOf(timeline);
  const frame = frameOf(timeline, rows, options);
  const lines: Line[] = [
    axis(frame),
    ...rows.map((row) => bar(frame, row)),
    ...pointers(frame),
    ...legend(frame, rows),
  ];
  return { kind: 'verbatim', lines };
}

/** A line of words, cut where a narrow picture has no room for all of them. */
function words({ label, plot, tail, ascii }: Frame, text: string, tone: Tone): Line {
  return [{ text: fit(' '.repeat(label) + text, label + plot + tail, ascii).trimEnd(), tone }];
}

function frameOf(timeline: Timeline, rows: readonly Row[], { alphabet, width = WIDEST }: BarOptions): Frame {
  const all = Math.max(40, Math.min(width, WIDEST));
  const longest = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(0, ...texts.map(widthOf)));
  const label = longest(rows.map(labelOf), Math.floor(all / 4)) + 2;
  const tail =
    all < 60
      ? 0
      : longest(
          rows.map((row) => row.tail),
          24,
        ) + 2;
  const signs = ALPHABETS[alphabet];
  return {
    timeline,
    scale: scaleOf(timeline),
    signs,
    ascii: alphabet === 'ascii',
    label,
    plot: all - label - tail,
    tail,
  };
}

const labelOf = ({ label, detail }: Row): string => `${label}  ${detail}`.trimEnd();

const columnOf = ({ scale, plot }: Frame, instant: Instant): number =>
  Math.round(positionOf(scale, instant) * (plot - 1));

function axis(frame: Frame): Line {
  const { scale, plot, timeline } = frame;
  let text = '';
  for (const tick of ticksOf(scale, timeline.zone, Math.floor(plot / TICK_ROOM) + 1)) {
    const column = columnOf(frame, tick.at);
    if (column < text.length + (text === '' ? 0 : 1)) continue;
    text = text.padEnd(column) + tick.label;
  }
  return words(frame, text, 'dim');
}

function bar(frame: Frame, row: Row): Line {
  const cells = Array.from({ length: frame.plot }, () => ' ');
  for (const segment of row.segments) draw(frame, cells, segment);
  for (const { at } of row.marks) put(cells, columnOf(frame, at), frame.signs.mark);
  cross(frame, cells);
  const spans: Span[] = [{ text: fit(labelOf(row), frame.label, frame.ascii), tone: 'strong' }];
  const tail = frame.tail === 0 ? '' : `  ${fit(row.tail, frame.tail - 2, frame.ascii)}`.trimEnd();
  const drawn = cells.join('');
  spans.push({ text: tail === '' ? drawn.trimEnd() : drawn, tone: row.tone });
  return tail === '' ? spans : [...spans, { text: tail }];
}

function draw(frame: Frame, cells: string[], { kind, from, until }: Segment): void {
  const { scale, signs } = frame;
  const last = cells.length - 1;
  if (from > scale.until) return put(cells, last, signs.after);
  if (until < scale.from) return put(cells, 0, signs.before);
  const [first, end] = [
    from < scale.from ? 0 : columnOf(frame, from),
    until > scale.until ? last : columnOf(frame, until),
  ];
  for (let column = first; column <= end; column++) cells[column] = signs[kind];
  if (kind === 'waiting') return;
  put(cells, first, from < scale.from ? signs.before : signs.start);
  put(cells, end, until > scale.until ? signs.after : signs.end);
}

/** The time that is asked about runs through the bars. */
function cross({ signs, timeline, ...frame }: Frame, cells: string[]): void {
  const column = columnOf({ signs, timeline, ...frame }, timeline.at);
  if (cells[column] === signs.life || cells[column] === signs.lax) cells[column] = signs.crossing;
}

function put(cells: string[], column: number, sign: string): void {
  if (column >= 0 && column < cells.length) cells[column] = sign;
}

function pointers(frame: Frame): Line[] {
  const { at, now, zone } = frame.timeline;
  if (at === now) return [pointer(frame, now, `now ${face(now, zone, now)}`)];
  return [
    pointer(frame, at, `at ${face(at, zone, at)}, ${showRelative(at, now)}`),
    pointer(frame, now, `now ${face(now, zone, at)}`),
  ];
}

function pointer(frame: Frame, instant: Instant, said: string): Line {
  const { signs, plot, tail, scale } = frame;
  if (instant < scale.from) return words(frame, `${signs.before} ${said}`, 'plain');
  if (instant > scale.until) return words(frame, `${said} ${signs.after}`.padStart(plot), 'plain');
  const column = columnOf(frame, instant);
  const fits = column + 2 + said.length <= plot + tail;
  const text = fits ? `${' '.repeat(column)}${signs.pointer} ${said}` : `${said} ${signs.pointer}`.padStart(column + 1);
  return words(frame, text, 'plain');
}

function legend(frame: Frame, rows: readonly Row[]): Line[] {
  const { signs, scale, timeline } = frame;
  const has = (kind: Segment['kind']): boolean =>
    rows.some(({ segments }) => segments.some((one) => one.kind === kind));
  const kinds = [...new Set(rows.flatMap(({ marks }) => marks.map(({ kind }) => kind)))];
  const entries = [
    captionOf(scale, timeline.zone),
    ...(has('waiting') ? [`${signs.waiting.repeat(3)} issued, not accepted yet`] : []),
    ...(has('lax') ? [`${signs.lax.repeat(3)} accepted although RFC 7519 says no`] : []),
    ...(kinds.length > 0 ? [`${signs.mark} ${kinds.join(', ')}`] : []),
  ];
  return entries.map((text) => words(frame, text, 'dim'));
}
