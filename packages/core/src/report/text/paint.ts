import type { Tone } from '../model.ts';
import { sanitise } from '../safe/sanitise.ts';
import type { Row } from './cells.ts';

const SGR: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  good: '32',
  bad: '31',
  warn: '33',
  dim: '2',
  code: '36',
  value: '36',
  mark: '1;31',
};

/** Last step: nothing is added after it but line ends. Colour only adds to what the text says. */
export function paint(rows: readonly Row[], color: boolean): string {
  return rows.map((row) => `${paintRow(withoutPadding(row), color)}\n`).join('');
}

/** Padding at the end of a line is of no use; spaces at the end of a text are the text's. */
function withoutPadding(row: Row): Row {
  let end = row.length;
  while (end > 0 && row[end - 1]?.text.trim() === '') end--;
  return row.slice(0, end);
}

function paintRow(row: Row, color: boolean): string {
  let out = '';
  for (const { text, tone } of row) {
    const code = color && text.trim() !== '' ? SGR[tone] : '';
    out += code === '' ? sanitise(text) : `\x1b[${code}m${sanitise(text)}\x1b[0m`;
  }
  return out;
}
