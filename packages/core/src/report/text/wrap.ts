import { widthOf } from '../safe/width.ts';
import { blanks, type Cell, cell, type Row, rowWidth } from './cells.ts';

/** Values and code are copied by people: they break only where they would not fit on a line of their own. */
const UNBREAKABLE: ReadonlySet<Cell['tone']> = new Set(['value', 'code', 'mark']);

/** What stays together on a line, and the spaces in front of it. */
interface Chunk {
  readonly space: Row;
  readonly word: Row;
}

/**
 * Breaks a row at spaces; lines after the first begin under the first letter of the first. A word
 * longer than the width keeps to one line and sticks out.
 */
export function wrap(row: Row, width: number): readonly Row[] {
  if (rowWidth(row) <= width) return [row];
  const indent = indentOf(row);
  const rows: Row[] = [];
  let current: Cell[] = [];
  let used = 0;
  for (const { space, word } of chunksOf(row, width - indent)) {
    const needed = rowWidth(space) + rowWidth(word);
    if (used > indent && used + needed > width) {
      rows.push(current);
      current = [blanks(indent), ...word];
      used = indent + rowWidth(word);
    } else {
      current.push(...space, ...word);
      used += needed;
    }
  }
  return [...rows, current];
}

function indentOf(row: Row): number {
  const text = row.map((one) => one.text).join('');
  return text.length - text.trimStart().length;
}

function chunksOf(row: Row, room: number): readonly Chunk[] {
  const chunks: { space: Cell[]; word: Cell[] }[] = [];
  for (const piece of row.flatMap((one) => piecesOf(one, room))) {
    const last = chunks.at(-1);
    if (isSpace(piece)) {
      if (!last || last.word.length > 0) chunks.push({ space: [piece], word: [] });
      else last.space.push(piece);
    } else if (last) last.word.push(piece);
    else chunks.push({ space: [], word: [piece] });
  }
  return chunks;
}

const isSpace = (piece: Cell): boolean => piece.text.trim() === '' && !UNBREAKABLE.has(piece.tone);

function piecesOf(one: Cell, room: number): readonly Cell[] {
  if (UNBREAKABLE.has(one.tone) && widthOf(one.text) <= room) return [one];
  return one.text
    .split(/( +)/)
    .filter((text) => text !== '')
    .map((text) => cell(text, text.trim() === '' ? 'plain' : one.tone));
}
