import type { Block } from '../model.ts';
import { blanks, cell, type Row, rowOf, rowWidth, safeText, type TextOptions } from './cells.ts';
import { wrap } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

const GAP = 2;
const NARROWEST = 8;

export function tableRows(table: Table, options: TextOptions): readonly Row[] {
  const head: readonly Row[] = table.head.map((text) => [cell(safeText(text, 'plain', options), 'strong')]);
  const body = table.rows.map((row) => row.map((line) => rowOf(line, options)));
  const hasHead = table.head.some((text) => text !== '');
  const all = hasHead ? [head, ...body] : body;
  const columns = Math.max(...all.map((row) => row.length), 0);
  const natural = Array.from({ length: columns }, (_, at) => Math.max(...all.map((row) => rowWidth(row[at] ?? []))));
  const widths = shrink(natural, options.width);
  return all.flatMap((row) => tableRow(row, widths));
}

/** Takes from the widest column until all fit. */
function shrink(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const over = (): number => widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1) - width;
  while (over() > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const second = Math.max(NARROWEST, ...widths.filter((one) => one < widest));
    const at = widths.lastIndexOf(widest);
    widths[at] = Math.max(second, widest - over());
    if (widths[at] === widest) widths[at] = widest - 1;
  }
  return widths;
}

function tableRow(row: readonly Row[], widths: readonly number[]): readonly Row[] {
  const cells = widths.map((width, at) => wrap(row[at] ?? [], width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells.flatMap((lines, at) => {
      const content = lines[line] ?? [];
      return at === cells.length - 1 ? content : [...content, blanks((widths[at] ?? 0) - rowWidth(content) + GAP)];
    }),
  );
}
