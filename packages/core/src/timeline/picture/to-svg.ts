import type { Instant, Timeline } from '../model.ts';
import { standingLines } from '../words/standing.ts';
import { spanText } from '../words/text.ts';
import { titleOf } from '../words/title.ts';
import { PALETTES } from './palette.ts';
import { face, rowsOf, type Segment } from './rows.ts';
import { scaleOf } from './scale.ts';
import { CHARACTER, FONT, FOOT, type Frame, LINE, plotOf, ROW, TOP, text, WIDTH, xOf } from './svg-frame.ts';
import { printSvg, type SvgNode, svg } from './svg-node.ts';
import { drawRow } from './svg-row.ts';
import { captionOf, ticksOf } from './ticks.ts';

export interface SvgOptions {
  /** Default `light`. Every picture paints its own paper, so that it reads on any page. */
  readonly theme?: 'light' | 'dark';
  /** Units of the view box, letters being 12 high; default 960, at least 300. */
  readonly width?: number;
  /** Start of the ids of title and description: one page may hold several pictures. */
  readonly idPrefix?: string;
}

/** A stand-alone picture: no script, no style element, colours as presentation attributes and classes for a page. */
export const toSvg = (timeline: Timeline, options: SvgOptions = {}): string =>
  `${printSvg(svgTree(timeline, options))}\n`;

/** The same as data, for a page that makes its elements itself. */
export function svgTree(timeline: Timeline, options: SvgOptions = {}): SvgNode {
  const { theme = 'light', idPrefix = 'timeline' } = options;
  const palette = PALETTES[theme];
  const plot = plotOf(Math.max(300, options.width ?? WIDTH));
  const { width } = plot;
  const rows = rowsOf(timeline);
  const bottom = TOP + rows.length * ROW;
  const frame: Frame = { timeline, scale: scaleOf(timeline), palette, rows, bottom, ...plot };
  const captions = captionsOf(frame);
  const height = bottom + FOOT + (captions.length - 1) * LINE;
  const [title, description] = [`${idPrefix}-title`, `${idPrefix}-description`];
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${title} ${description}`,
      class: 'timeline',
      ...FONT,
    },
    svg('title', { id: title }, titleOf(timeline)),
    svg('desc', { id: description }, describe(timeline)),
    svg('rect', { class: 'timeline-paper', width, height, fill: palette.paper }),
    ...axis(frame),
    ...rows.flatMap((row, index) => drawRow(frame, row, TOP + index * ROW)),
    ...pointers(frame),
    ...captions.map((words, index) =>
      text({ class: 'timeline-caption', x: 10, y: bottom + FOOT - 10 + index * LINE, fill: palette.quiet }, words),
    ),
  );
}

const describe = (timeline: Timeline): string =>
  [...standingLines(timeline, 'at'), ...standingLines(timeline, 'now')].map(spanText).join(' ');

function axis(frame: Frame): SvgNode[] {
  const { palette, bottom } = frame;
  // Two of them stand apart on the narrowest picture as well.
  const most = Math.max(2, Math.floor((frame.right - frame.left) / 66));
  return ticksOf(frame.scale, frame.timeline.zone, most).flatMap(({ at, label }) => {
    const x = xOf(frame, at);
    return [
      svg('line', { class: 'timeline-rule', x1: x, y1: TOP - 14, x2: x, y2: bottom, stroke: palette.rule }),
      text({ class: 'timeline-tick', x, y: TOP - 20, fill: palette.quiet, 'text-anchor': 'middle' }, label),
    ];
  });
}

function pointers(frame: Frame): SvgNode[] {
  const { at, now, zone } = frame.timeline;
  const own = at === now ? [] : pointer(frame, 'at', at, `at ${face(at, zone, at)}`, 36);
  return [...pointer(frame, 'now', now, `now ${face(now, zone, at)}`, 18), ...own];
}

function pointer(frame: Frame, kind: 'at' | 'now', instant: Instant, words: string, drop: number): SvgNode[] {
  const { scale, palette, bottom, left, right } = frame;
  const x = xOf(frame, instant);
  const outside = instant < scale.from ? '◂ ' : instant > scale.until ? ' ▸' : '';
  const label = outside.startsWith('◂') ? outside + words : words + outside;
  const anchor = x > right - 80 ? 'end' : x < left + 80 ? 'start' : 'middle';
  const line = svg('line', {
    class: `timeline-${kind}`,
    x1: x,
    y1: TOP - 10,
    x2: x,
    y2: bottom + 6,
    stroke: palette[kind],
    'stroke-width': 2,
    ...(kind === 'at' ? { 'stroke-dasharray': '6 3' } : {}),
  });
  const said = text(
    { class: `timeline-${kind}`, x, y: bottom + drop, fill: palette[kind], 'text-anchor': anchor },
    label,
  );
  return outside === '' ? [line, said] : [said];
}

/** On one line where there is room for it. */
function captionsOf({ scale, timeline, rows, width }: Frame): string[] {
  const has = (kind: Segment['kind']): boolean =>
    rows.some(({ segments }) => segments.some((one) => one.kind === kind));
  const captions = [
    captionOf(scale, timeline.zone),
    ...(has('waiting') ? ['dotted: issued, not accepted yet'] : []),
    ...(has('lax') ? ['dashed: accepted although RFC 7519 says no'] : []),
  ];
  const together = captions.join(' · ');
  return together.length * CHARACTER < width - 20 ? [together] : captions;
}
