import type { Place } from '../../facts/index.ts';

/** Line and column of offsets; the starts of lines are collected when first needed. */
export class LineIndex {
  private readonly text: string;
  private starts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  place(from: number, to: number): Place {
    this.starts ??= lineStarts(this.text);
    const line = lastAtMost(this.starts, from);
    return { line: line + 1, column: from - (this.starts[line] ?? 0) + 1, from, to };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
