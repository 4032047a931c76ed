import type { Assertion, Member } from './model.ts';
import type { Program } from './program.ts';

/** Text as the machine reads it: one number for each character, or byte. */
export type Units = ArrayLike<number>;

/** The pattern needed more steps than a gateway's own limits surely allow; nothing is known of its outcome. */
export const RUNAWAY = 'runaway';

export interface Budget {
  steps: number;
  /** Choices taken back. */
  retries: number;
}

/** Positions: start and end of the whole match, then of each group; −1 where it took no part. */
export type Slots = readonly number[];

/**
 * Depth first, the preferred choice before the other, as Perl's engines do. `memory` (one bit for each step and
 * place) cuts off what failed before, so that a plain program takes time linear in the text.
 */
export function runProgram(
  program: Program,
  word: Member,
  text: Units,
  start: number,
  budget: Budget,
  memory?: Uint32Array,
): Slots | undefined | typeof RUNAWAY {
  const slots = new Array<number>(program.slots).fill(-1);
  const ran = run(program, word, text, 0, start, slots, budget, memory);
  return ran === RUNAWAY ? RUNAWAY : ran < 0 ? undefined : slots;
}

/** End of the match of the part that begins at step `from`; −1 without one. Writes `slots`. */
function run(
  program: Program,
  word: Member,
  text: Units,
  from: number,
  start: number,
  slots: number[],
  budget: Budget,
  memory?: Uint32Array,
): number | typeof RUNAWAY {
  const { steps } = program;
  const { length } = text;
  const width = length + 1;
  // Pairs of step and place to go back to, or (−1 − slot) and the value it had.
  const stack: number[] = [];
  let pc = from;
  let at = start;
  for (;;) {
    if (--budget.steps < 0) return RUNAWAY;
    const step = steps[pc];
    if (step === undefined) return -1;
    let ok = true;
    switch (step.op) {
      case 'char':
        ok = at < length && text[at] === step.code;
        at++;
        pc++;
        break;
      case 'set':
        ok = at < length && step.member(text[at] ?? 0);
        at++;
        pc++;
        break;
      case 'jump':
        pc = step.to;
        break;
      case 'split':
        if (memory !== undefined) {
          const bit = pc * width + at;
          const mask = 1 << (bit & 31);
          const cell = memory[bit >>> 5] ?? 0;
          if ((cell & mask) !== 0) {
            ok = false;
            break;
          }
          memory[bit >>> 5] = cell | mask;
        }
        stack.push(step.second, at);
        pc = step.first;
        break;
      case 'save':
      case 'mark':
        stack.push(-1 - step.slot, slots[step.slot] ?? -1);
        slots[step.slot] = at;
        pc++;
        break;
      case 'idle':
        pc = slots[step.slot] === at ? step.to : pc + 1;
        break;
      case 'assert':
        ok = holds(step.what, word, text, at);
        pc++;
        break;
      case 'back': {
        const end = refer(text, at, slots[2 * step.group] ?? -1, slots[2 * step.group + 1] ?? -1, step.fold);
        ok = end >= 0;
        at = end;
        pc++;
        break;
      }
      case 'atomic': {
        const before = slots.slice();
        const end = run(program, word, text, pc + 1, at, slots, budget);
        if (end === RUNAWAY) return RUNAWAY;
        restoreLater(stack, before, slots);
        ok = end >= 0;
        at = end;
        pc = step.to;
        break;
      }
      case 'look': {
        const before = slots.slice();
        const found = look(program, word, text, pc + 1, at, step.behind, slots, budget);
        if (found === RUNAWAY) return RUNAWAY;
        if (step.negative) before.forEach((value, slot) => (slots[slot] = value));
        else restoreLater(stack, before, slots);
        ok = found !== step.negative;
        pc = step.to;
        break;
      }
      case 'match':
        return at;
    }
    if (ok) continue;
    for (;;) {
      const place = stack.pop();
      const target = stack.pop();
      if (place === undefined || target === undefined) return -1;
      if (target < 0) {
        slots[-1 - target] = place;
        continue;
      }
      if (--budget.retries < 0) return RUNAWAY;
      pc = target;
      at = place;
      break;
    }
  }
}

function restoreLater(stack: number[], before: readonly number[], after: readonly number[]): void {
  before.forEach((value, slot) => {
    if (after[slot] !== value) stack.push(-1 - slot, value);
  });
}

function look(
  program: Program,
  word: Member,
  text: Units,
  from: number,
  at: number,
  behind: readonly number[] | undefined,
  slots: number[],
  budget: Budget,
): boolean | typeof RUNAWAY {
  for (const back of behind ?? [0]) {
    if (back > at) continue;
    const end = run(program, word, text, from, at - back, slots, budget);
    if (end === RUNAWAY) return RUNAWAY;
    if (behind === undefined ? end >= 0 : end === at) return true;
  }
  return false;
}

const LINE_FEED = 0x0a;

function holds(what: Assertion, word: Member, text: Units, at: number): boolean {
  const { length } = text;
  if (what === 'text-start') return at === 0;
  if (what === 'text-end') return at === length;
  if (what === 'last-line-end') return at === length || (at === length - 1 && text[at] === LINE_FEED);
  if (what === 'line-start') return at === 0 || text[at - 1] === LINE_FEED;
  if (what === 'line-end') return at === length || text[at] === LINE_FEED;
  const before = at > 0 && word(text[at - 1] ?? 0);
  const after = at < length && word(text[at] ?? 0);
  if (what === 'word') return before !== after;
  if (what === 'not-word') return before === after;
  if (what === 'word-start') return !before && after;
  if (what === 'word-end') return before && !after;
  return what === 'word-start-half' ? !before : !after;
}

/** End of what group start–end took, taken once more at `at`; −1 where it is not there. Bytes. */
function refer(text: Units, at: number, start: number, end: number, fold: boolean): number {
  if (start < 0 || end < start || at + end - start > text.length) return -1;
  for (let i = 0; i < end - start; i++) {
    const [a = 0, b = 0] = [text[start + i], text[at + i]];
    if (a !== b && !(fold && lower(a) === lower(b))) return -1;
  }
  return at + end - start;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
