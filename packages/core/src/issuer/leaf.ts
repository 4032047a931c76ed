import { align, type Step } from './letters/align.ts';
import { classOf, type LetterClass } from './letters/classes.ts';
import { type Unit, unitsOf } from './letters/units.ts';
import type { Difference, Part, Range } from './model.ts';

/** A range of one of the two strings. */
export interface Slice {
  readonly text: string;
  readonly range: Range;
}

export const slice = (text: string, range: Range): Slice => ({ text, range });

/** More changes than these, or a larger share, and marking single letters is noise. */
const MAX_CHANGES = 3;
const MAX_SHARE = 0.4;

interface Hunk {
  readonly kind: string;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/**
 * Differences within one part of the identifier. Letters that can be taken for one another are
 * named as such; what is simply other text gets the kind `generic`, exactly if it is little,
 * else as the whole leaf.
 */
export function leafDifferences(a: Slice, b: Slice, part: Part, generic: string): readonly Difference[] {
  const textA = a.text.slice(a.range.from, a.range.to);
  const textB = b.text.slice(b.range.from, b.range.to);
  if (textA === textB) return [];
  const whole: Difference = { kind: generic, part, a: a.range, b: b.range };
  const unitsA = unitsOf(a.text, a.range.from, a.range.to);
  const unitsB = unitsOf(b.text, b.range.from, b.range.to);
  const hunks = joinChanges(named(align(unitsA, unitsB), unitsA, unitsB));
  if (isNoise(hunks, unitsA, unitsB)) return [whole];
  return hunks.map((hunk) => ({
    kind: hunk.kind === 'changed' ? generic : hunk.kind,
    part,
    a: rangeOf(unitsA, hunk.a0, hunk.a1, a.range),
    b: rangeOf(unitsB, hunk.b0, hunk.b1, b.range),
  }));
}

const KIND_OF_CLASS: Readonly<Partial<Record<LetterClass, string>>> = {
  newline: 'newline',
  space: 'space',
  invisible: 'invisible-character',
  quote: 'quotes',
};

function named(steps: readonly Step[], a: readonly Unit[], b: readonly Unit[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const step of steps) {
    if (step.relation === 'same') continue;
    const kind = kindOf(step, a, b);
    const last = hunks.at(-1);
    if (last?.kind === kind && last.a1 === step.a0 && last.b1 === step.b0)
      hunks[hunks.length - 1] = { ...last, a1: step.a1, b1: step.b1 };
    else hunks.push({ kind, a0: step.a0, a1: step.a1, b0: step.b0, b1: step.b1 });
  }
  return hunks;
}

function kindOf(step: Step, a: readonly Unit[], b: readonly Unit[]): string {
  if (step.relation === 'other-quote') return 'quotes';
  if (step.relation !== 'only-a' && step.relation !== 'only-b') return step.relation;
  const unit = step.relation === 'only-a' ? a[step.a0] : b[step.b0];
  return KIND_OF_CLASS[classOf(unit?.plain ?? '')] ?? 'changed';
}

/** `auht` for `auth`: one change of two letters, not two changes around a letter that happens to be equal. */
function joinChanges(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const near = last && hunk.a0 - last.a1 <= 1 && hunk.b0 - last.b1 <= 1;
    if (near && last.kind === 'changed' && hunk.kind === 'changed')
      joined[joined.length - 1] = { ...last, a1: hunk.a1, b1: hunk.b1 };
    else joined.push(hunk);
  }
  return joined;
}

function isNoise(hunks: readonly Hunk[], a: readonly Unit[], b: readonly Unit[]): boolean {
  const changes = hunks.filter((hunk) => hunk.kind === 'changed');
  if (changes.length === 0) return false;
  const longer = Math.max(a.length, b.length);
  const changed = changes.reduce((sum, hunk) => sum + Math.max(hunk.a1 - hunk.a0, hunk.b1 - hunk.b0), 0);
  const [only] = hunks;
  // One has simply more than the other: the place says it all, however much it is.
  if (hunks.length === 1 && only && (only.a0 === only.a1 || only.b0 === only.b1)) return longer - changed < 3;
  return changes.length > MAX_CHANGES || changed > Math.max(2, MAX_SHARE * longer) || changed === longer;
}

function rangeOf(units: readonly Unit[], from: number, to: number, range: Range): Range {
  const start = units[from]?.from ?? range.to;
  return { from: start, to: to > from ? (units[to - 1]?.to ?? range.to) : start };
}
