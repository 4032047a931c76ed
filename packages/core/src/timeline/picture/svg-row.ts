import { fit, widthOf } from './columns.ts';
import type { Row, Segment } from './rows.ts';
import { CHARACTER, type Frame, ROW, text, xOf } from './svg-frame.ts';
import { type SvgNode, svg } from './svg-node.ts';

const BAR = 14;

/** One bar with its name, its other ends and its tail. */
export function drawRow(frame: Frame, row: Row, top: number): SvgNode[] {
  const { palette, left, right } = frame;
  const base = top + ROW / 2 + 4;
  const room = Math.floor((left - 20) / CHARACTER);
  const name = fit(row.label, Math.min(widthOf(row.label), room), false).trimEnd();
  const rest = room - widthOf(name) - 1;
  const detail = rest > 2 ? fit(row.detail, Math.min(widthOf(row.detail), rest), false).trimEnd() : '';
  return [
    text({ class: 'timeline-name', x: 10, y: base, fill: palette.ink }, name),
    text(
      {
        class: 'timeline-detail',
        x: 10 + (widthOf(name) + (name === '' ? 2 : 1)) * CHARACTER,
        y: base,
        fill: palette.quiet,
      },
      detail,
    ),
    ...row.segments.flatMap((segment) => drawSegment(frame, row, segment, top + (ROW - BAR) / 2)),
    ...row.marks.map(({ at, kind }) =>
      svg(
        'path',
        { class: 'timeline-mark', d: cross(xOf(frame, at), top + ROW / 2), stroke: palette.ink, 'stroke-width': 2 },
        svg('title', {}, kind),
      ),
    ),
    text(
      { class: 'timeline-tail', x: right + 10, y: base, fill: palette.ink },
      fit(row.tail, Math.min(widthOf(row.tail), Math.floor((frame.width - right - 14) / CHARACTER)), false),
    ),
  ];
}

const cross = (x: number, y: number): string => `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`;

/** Told apart by form as well as by colour: filled, dashed outline, thin line. */
function drawSegment(frame: Frame, row: Row, { kind, from, until }: Segment, top: number): SvgNode[] {
  const { scale, palette, left, right } = frame;
  const colour = palette.tones[row.tone];
  if (from > scale.until) return [arrow(right, top, 1, colour)];
  if (until < scale.from) return [arrow(left, top, -1, colour)];
  const [x, end] = [xOf(frame, from), xOf(frame, until)];
  const box = { class: `timeline-${kind} timeline-${row.tone}`, x, y: top, width: Math.max(2, end - x), height: BAR };
  const shape =
    kind === 'waiting'
      ? svg('line', {
          class: box.class,
          x1: x,
          y1: top + BAR / 2,
          x2: end,
          y2: top + BAR / 2,
          stroke: colour,
          'stroke-dasharray': '1 4',
        })
      : kind === 'life'
        ? svg('rect', { ...box, fill: colour })
        : svg('rect', { ...box, fill: 'none', stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' });
  const beyond = [
    ...(from < scale.from ? [arrow(left, top, -1, colour)] : []),
    ...(until > scale.until ? [arrow(right, top, 1, colour)] : []),
  ];
  return [shape, ...beyond];
}

function arrow(x: number, top: number, direction: 1 | -1, fill: string): SvgNode {
  return svg('path', {
    class: 'timeline-beyond',
    d: `M${x} ${top - 2}l${8 * direction} ${BAR / 2 + 2}l${-8 * direction} ${BAR / 2 + 2}z`,
    fill,
  });
}
