import type { Instant, Timeline } from '../model.ts';
import type { Palette } from './palette.ts';
import type { Row } from './rows.ts';
import { positionOf, type Scale } from './scale.ts';
import { type SvgNode, svg } from './svg-node.ts';

/** Units of the view box. */
export const WIDTH = 960;
const NARROW = 640;
export const TOP = 46;
export const ROW = 34;
export const FOOT = 70;
export const LINE = 16;
/** Width of one character of the picture's font. */
export const CHARACTER = 7.2;
export const FONT = { 'font-family': 'ui-monospace, Menlo, Consolas, monospace', 'font-size': '12' } as const;

/** Where the axis stands between names and tails, in units of the view box. */
export interface Plot {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

/** A narrow picture cuts names short instead of letters small. */
export function plotOf(width: number): Plot {
  const [before, behind] = width < NARROW ? [70, 100] : [190, 160];
  return { width, left: before, right: width - behind };
}

export interface Frame extends Plot {
  readonly timeline: Timeline;
  readonly scale: Scale;
  readonly palette: Palette;
  readonly rows: readonly Row[];
  readonly bottom: number;
}

export const text = (attributes: Readonly<Record<string, string | number>>, words: string): SvgNode =>
  svg('text', attributes, words);

/** Where an instant stands, kept to the plot. */
export const xOf = ({ scale, left, right }: Frame, instant: Instant): number =>
  left + Math.min(1, Math.max(0, positionOf(scale, instant))) * (right - left);
