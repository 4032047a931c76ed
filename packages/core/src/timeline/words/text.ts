import type { Line } from '../../report/index.ts';

/** A line without its tones. */
export const spanText = (line: Line): string => line.map(({ text }) => text).join('');
