import type { Range } from './model.ts';

/** A piece between delimiters: a label of a host name, a segment of a path. */
export interface Piece {
  readonly text: string;
  readonly range: Range;
}

/** How much it costs to put one piece above another; 0 when they are equal, at most 2. */
export type PieceCost = (a: Piece, b: Piece) => number;

const MAX_CELLS = 1 << 16;

/** Pairs of pieces that stand above one another, in order; what is not in a pair stands alone. */
export function alignPieces(
  a: readonly Piece[],
  b: readonly Piece[],
  cost: PieceCost,
): readonly (readonly [Piece, Piece])[] {
  if (a.length * b.length > MAX_CELLS) return alignEnds(a, b);
  const columns = b.length + 1;
  const table = new Float64Array((a.length + 1) * columns);
  const get = (i: number, j: number): number => table[i * columns + j] ?? 0;
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) continue;
      const [one, other] = [a[i], b[j]];
      const skip = Math.min(one ? get(i + 1, j) + 1 : 1e9, other ? get(i, j + 1) + 1 : 1e9);
      table[i * columns + j] = one && other ? Math.min(skip, get(i + 1, j + 1) + cost(one, other)) : skip;
    }
  }
  const pairs: (readonly [Piece, Piece])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i], b[j]];
    if (one && other && get(i, j) === get(i + 1, j + 1) + cost(one, other)) {
      pairs.push([one, other]);
      i++;
      j++;
    } else if (get(i, j) === get(i + 1, j) + 1) i++;
    else j++;
  }
  return pairs;
}

function alignEnds(a: readonly Piece[], b: readonly Piece[]): readonly (readonly [Piece, Piece])[] {
  const pairs: (readonly [Piece, Piece])[] = [];
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter && a[i]?.text === b[i]?.text; i++) pairs.push([a[i] as Piece, b[i] as Piece]);
  const tail: (readonly [Piece, Piece])[] = [];
  for (let i = 1; i <= shorter - pairs.length && a.at(-i)?.text === b.at(-i)?.text; i++)
    tail.push([a.at(-i) as Piece, b.at(-i) as Piece]);
  return [...pairs, ...tail.reverse()];
}

/** Pieces of `text` within a range; a delimiter is any of `delimiters`. */
export function piecesOf(text: string, range: Range, delimiters: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = range.from;
  for (let at = range.from; at <= range.to; at++) {
    if (at < range.to && !delimiters.includes(text[at] ?? '')) continue;
    pieces.push({ text: text.slice(from, at), range: { from, to: at } });
    from = at + 1;
  }
  return pieces;
}
