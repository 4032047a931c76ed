import { classOf } from './classes.ts';
import { PAIRS } from './confusables.ts';
import { type Relation, relate } from './relate.ts';
import type { Unit } from './units.ts';

/** One step of an alignment: units `[a0, a1)` stand above units `[b0, b1)`. */
export interface Step {
  readonly relation: Relation | 'same' | 'changed' | 'only-a' | 'only-b';
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Beyond this many cells (256 × 256 characters that differ) the middle is one change. */
const MAX_CELLS = 1 << 16;

const CHANGE_COST = 1.5;
const COSTS: Readonly<Record<Relation, number>> = {
  case: 0.2,
  'percent-case': 0.1,
  'percent-encoding': 0.2,
  'unicode-form': 0.1,
  'full-width': 0.3,
  'look-alike': 0.3,
  'other-space': 0.3,
  'other-quote': 0.3,
  backslash: 0.4,
};

/**
 * Edit-distance alignment (Wagner–Fischer) in which a letter that can be taken for another costs
 * little, so that the marks fall under what a person would call the difference.
 */
export function align(a: readonly Unit[], b: readonly Unit[]): readonly Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.text === b[start]?.text) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end]?.text === b[b.length - 1 - end]?.text)
    end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const middle = middleA.length * middleB.length > MAX_CELLS ? [whole(middleA, middleB)] : cheapest(middleA, middleB);
  const moved = middle.map((step) => ({
    relation: step.relation,
    a0: step.a0 + start,
    a1: step.a1 + start,
    b0: step.b0 + start,
    b1: step.b1 + start,
  }));
  const same = (a0: number, b0: number, count: number): Step[] =>
    count === 0 ? [] : [{ relation: 'same', a0, a1: a0 + count, b0, b1: b0 + count }];
  return [...same(0, 0, start), ...moved, ...same(a.length - end, b.length - end, end)];
}

const whole = (a: readonly Unit[], b: readonly Unit[]): Step => ({
  relation: 'changed',
  a0: 0,
  a1: a.length,
  b0: 0,
  b1: b.length,
});

type Move = Omit<Step, 'a0' | 'b0'>;

function cheapest(a: readonly Unit[], b: readonly Unit[]): readonly Step[] {
  const columns = b.length + 1;
  const cost = new Float64Array((a.length + 1) * columns).fill(Number.POSITIVE_INFINITY);
  const moves = new Map<number, Step>();
  cost[0] = 0;
  const reach = (from: number, price: number, step: Move, a0: number, b0: number): void => {
    const to = step.a1 * columns + step.b1;
    const total = (cost[from] ?? 0) + price;
    if (total >= (cost[to] ?? 0)) return;
    cost[to] = total;
    moves.set(to, { ...step, a0, b0 });
  };
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const at = i * columns + j;
      const u = a[i];
      const v = b[j];
      if (u) reach(at, aloneCost(u), { relation: 'only-a', a1: i + 1, b1: j }, i, j);
      if (v) reach(at, aloneCost(v), { relation: 'only-b', a1: i, b1: j + 1 }, i, j);
      if (!u || !v) continue;
      const [relation, price] = pairCost(u, v);
      reach(at, price, { relation, a1: i + 1, b1: j + 1 }, i, j);
      const [next, after] = [a[i + 1], b[j + 1]];
      if (next && PAIRS.get(u.text + next.text) === v.text)
        reach(at, 0.4, { relation: 'look-alike', a1: i + 2, b1: j + 1 }, i, j);
      if (after && PAIRS.get(v.text + after.text) === u.text)
        reach(at, 0.4, { relation: 'look-alike', a1: i + 1, b1: j + 2 }, i, j);
    }
  }
  return walkBack(moves, a.length, b.length, columns);
}

function pairCost(u: Unit, v: Unit): [Step['relation'], number] {
  if (u.text === v.text) return ['same', 0];
  const relation = relate(u, v);
  return relation ? [relation, COSTS[relation]] : ['changed', CHANGE_COST];
}

function aloneCost(unit: Unit): number {
  const kind = classOf(unit.plain);
  return kind === 'invisible' || kind === 'space' || kind === 'newline' ? 0.5 : 1;
}

function walkBack(moves: ReadonlyMap<number, Step>, i: number, j: number, columns: number): readonly Step[] {
  const steps: Step[] = [];
  for (let step = moves.get(i * columns + j); step; step = moves.get(step.a0 * columns + step.b0)) steps.push(step);
  return steps.reverse();
}
