import type { Block, FrameLine, Tone } from '../model.ts';
import { widthOf } from '../safe/width.ts';
import { cell, exactRow, type Row, rowWidth, type TextOptions } from './cells.ts';
import { ellipsis } from './symbols.ts';

type Frame = Extract<Block, { kind: 'frame' }>;

const TONES: Readonly<Record<FrameLine['sign'], Tone>> = { ' ': 'dim', '-': 'bad', '+': 'good', '>': 'strong' };

/** Lines of a file with their numbers; `-` and `+` lines are never cut, what stands around them may be. */
export function frameRows(frame: Frame, options: TextOptions): readonly Row[] {
  const digits = Math.max(...frame.lines.map(({ number }) => String(number ?? '').length), 0);
  const title = frame.file === '' ? [] : [exactRow(frame.file, 'dim', options)];
  return [
    ...title,
    ...frame.lines.map((line) => {
      const number = String(line.number ?? '').padStart(digits);
      const head = cell(digits === 0 ? `${line.sign} ` : `${line.sign} ${number}  `, TONES[line.sign]);
      const row: Row = [head, ...exactRow(line.text, TONES[line.sign], options)];
      return line.sign === ' ' ? cut(row, options) : row;
    }),
  ];
}

function cut(row: Row, { width, unicode }: TextOptions): Row {
  const over = rowWidth(row) - width;
  const last = row.at(-1);
  if (over <= 0 || !last) return row;
  const letters = [...last.text];
  const dots = ellipsis(unicode);
  let room = widthOf(last.text) - over - dots.length;
  const kept = letters.filter((letter) => {
    room -= widthOf(letter);
    return room >= 0;
  });
  return [...row.slice(0, -1), cell(kept.join('') + dots, last.tone)];
}
