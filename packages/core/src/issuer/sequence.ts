import type { Slice } from './leaf.ts';
import { alignPieces, type Piece, type PieceCost, piecesOf } from './lists.ts';
import { type Difference, type Range, textOf } from './model.ts';

/** Pieces that one string has more, with the delimiters that come with them. */
export interface Run {
  readonly a: Range;
  readonly b: Range;
  readonly textA: string;
  readonly textB: string;
  /** Nothing of the part stands before it, or after it. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export interface SequenceRules {
  readonly delimiters: string;
  /** What a delimiter of an inserted run belongs to: `www.` takes the one behind, `/v2.0` the one in front. */
  readonly takes: 'behind' | 'in-front';
  cost: PieceCost;
  pair(a: Piece, b: Piece): readonly Difference[];
  run(run: Run): readonly Difference[];
}

/** Differences of two delimited lists: a host name's labels, a path's segments. */
export function sequenceDifferences(a: Slice, b: Slice, rules: SequenceRules): readonly Difference[] {
  const pairs = alignPieces(
    piecesOf(a.text, a.range, rules.delimiters),
    piecesOf(b.text, b.range, rules.delimiters),
    rules.cost,
  );
  const found: Difference[] = [];
  let fromA = a.range.from;
  let fromB = b.range.from;
  const gap = (toA: number, toB: number): void => {
    const run = trim(a, b, { from: fromA, to: toA }, { from: fromB, to: toB }, rules.takes);
    if (run.textA !== run.textB) found.push(...rules.run(run));
  };
  for (const [one, other] of pairs) {
    gap(one.range.from, other.range.from);
    if (one.text !== other.text) found.push(...rules.pair(one, other));
    fromA = one.range.to;
    fromB = other.range.to;
  }
  gap(a.range.to, b.range.to);
  return found;
}

function trim(a: Slice, b: Slice, rangeA: Range, rangeB: Range, takes: SequenceRules['takes']): Run {
  let [a0, a1, b0, b1] = [rangeA.from, rangeA.to, rangeB.from, rangeB.to];
  const front = (): void => {
    while (a0 < a1 && b0 < b1 && a.text[a0] === b.text[b0] && isDelimiter(a.text[a0])) [a0, b0] = [a0 + 1, b0 + 1];
  };
  const behind = (): void => {
    while (a0 < a1 && b0 < b1 && a.text[a1 - 1] === b.text[b1 - 1] && isDelimiter(a.text[a1 - 1]))
      [a1, b1] = [a1 - 1, b1 - 1];
  };
  if (takes === 'behind') front();
  behind();
  front();
  return {
    a: { from: a0, to: a1 },
    b: { from: b0, to: b1 },
    textA: a.text.slice(a0, a1),
    textB: b.text.slice(b0, b1),
    atStart: rangeA.from === a.range.from && rangeB.from === b.range.from,
    atEnd: rangeA.to === a.range.to && rangeB.to === b.range.to,
  };
}

const isDelimiter = (letter: string | undefined): boolean => letter !== undefined && !/[\p{L}\p{N}]/u.test(letter);

export const sameText = (a: Slice, b: Slice): boolean => textOf(a.text, a.range) === textOf(b.text, b.range);
