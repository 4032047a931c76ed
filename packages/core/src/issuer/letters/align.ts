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

/** How a cell of the table was reached. */
const MOVES = [
  { da: 1, db: 0 },
  { da: 0, db: 1 },
  { da: 1, db: 1 },
  { da: 2, db: 1 },
  { da: 1, db: 2 },
] as const;
const [ONLY_A, ONLY_B, PAIR, TWO_TO_ONE, ONE_TO_TWO] = [0, 1, 2, 3, 4];
const LOOK_ALIKE_PAIR_COST = 0.4;

function cheapest(a: readonly Unit[], b: readonly Unit[]): readonly Step[] {
  const columns = b.length + 1;
  const cost = new Float64Array((a.length + 1) * columns).fill(Number.POSITIVE_INFINITY);
  const moves = new Uint8Array(cost.length);
  const [aloneA, aloneB] = [a.map(aloneCost), b.map(aloneCost)];
  cost[0] = 0;
  const reach = (to: number, total: number, move: number): void => {
    if (total >= (cost[to] ?? 0)) return;
    cost[to] = total;
    moves[to] = move;
  };
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const at = i * columns + j;
      const here = cost[at] ?? 0;
      const [u, v] = [a[i], b[j]];
      if (u) reach(at + columns, here + (aloneA[i] ?? 1), ONLY_A);
      if (v) reach(at + 1, here + (aloneB[j] ?? 1), ONLY_B);
      if (!u || !v) continue;
      reach(at + columns + 1, here + pairCost(u, v), PAIR);
      const [next, after] = [a[i + 1], b[j + 1]];
      if (next && looksLikeOne(u, next, v)) reach(at + 2 * columns + 1, here + LOOK_ALIKE_PAIR_COST, TWO_TO_ONE);
      if (after && looksLikeOne(v, after, u)) reach(at + columns + 2, here + LOOK_ALIKE_PAIR_COST, ONE_TO_TWO);
    }
  }
  return walkBack(moves, a, b);
}

const looksLikeOne = (first: Unit, second: Unit, one: Unit): boolean =>
  PAIRS.get(first.text + second.text) === one.text;

function pairCost(u: Unit, v: Unit): number {
  const relation = u.text === v.text ? 'same' : (relate(u, v) ?? 'changed');
  if (relation === 'same') return 0;
  return relation === 'changed' ? CHANGE_COST : COSTS[relation];
}

function aloneCost(unit: Unit): number {
  const kind = classOf(unit.plain);
  return kind === 'invisible' || kind === 'space' || kind === 'newline' ? 0.5 : 1;
}

function walkBack(moves: Uint8Array, a: readonly Unit[], b: readonly Unit[]): readonly Step[] {
  const steps: Step[] = [];
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const move = moves[i * (b.length + 1) + j] ?? ONLY_A;
    const { da, db } = MOVES[move] ?? MOVES[0];
    const relation = relationOf(move, a[i - 1], b[j - 1]);
    steps.push({ relation, a0: i - da, a1: i, b0: j - db, b1: j });
    i -= da;
    j -= db;
  }
  return steps.reverse();
}

function relationOf(move: number, u: Unit | undefined, v: Unit | undefined): Step['relation'] {
  if (move === ONLY_A) return 'only-a';
  if (move === ONLY_B) return 'only-b';
  if (move !== PAIR || !u || !v) return 'look-alike';
  return u.text === v.text ? 'same' : (relate(u, v) ?? 'changed');
}
