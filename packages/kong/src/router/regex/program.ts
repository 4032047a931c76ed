import { type Assertion, type Member, type Node, type Parsed, unmodelled } from './model.ts';

/** One step of the machine. Targets are positions in the program. */
export type Step =
  | { readonly op: 'char'; readonly code: number }
  | { readonly op: 'set'; readonly member: Member }
  /** Tries `first`, and `second` when that fails. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: Assertion }
  /** An iteration begins: `slot` remembers where. */
  | { readonly op: 'mark'; readonly slot: number }
  /** An iteration that took nothing ends the loop: on to `to`. */
  | { readonly op: 'idle'; readonly slot: number; to: number }
  | { readonly op: 'look'; readonly behind: readonly number[] | undefined; readonly negative: boolean; to: number }
  | { readonly op: 'atomic'; to: number }
  | { readonly op: 'back'; readonly group: number; readonly fold: boolean }
  | { readonly op: 'match' };

export interface Program {
  readonly steps: readonly Step[];
  /** Two for the whole match and for each group, then one for each loop. */
  readonly slots: number;
  /** Neither looks around nor refers back: what failed once at a place fails there again. */
  readonly plain: boolean;
}

/** Steps; a pattern of more is one that Rust's size limit refuses or nobody wrote. */
const LONGEST = 50_000;

/** `guarded`: loops stop at an empty iteration, as PCRE's do; a plain program is run with a memory instead. */
export function compileProgram({ node, groups }: Parsed, guarded: boolean): Program {
  const compiler = new Compiler(2 * (groups + 1), guarded);
  compiler.emit({ op: 'save', slot: 0 });
  compiler.node(node);
  compiler.emit({ op: 'save', slot: 1 });
  compiler.emit({ op: 'match' });
  return { steps: compiler.steps, slots: compiler.slots, plain: compiler.plain };
}

class Compiler {
  readonly steps: Step[] = [];
  slots: number;
  plain = true;
  private readonly guarded: boolean;

  constructor(slots: number, guarded: boolean) {
    this.slots = slots;
    this.guarded = guarded;
  }

  emit<One extends Step>(step: One): One {
    if (this.steps.length >= LONGEST) throw unmodelled('a pattern of this size');
    this.steps.push(step);
    return step;
  }

  node(node: Node): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'char':
        this.emit({ op: 'char', code: node.code });
        return;
      case 'set':
        this.emit({ op: 'set', member: node.member });
        return;
      case 'assert':
        this.emit({ op: 'assert', what: node.what });
        return;
      case 'back':
        this.plain = false;
        this.emit({ op: 'back', group: node.group, fold: node.fold });
        return;
      case 'sequence':
        for (const one of node.of) this.node(one);
        return;
      case 'group':
        this.emit({ op: 'save', slot: 2 * node.index });
        this.node(node.of);
        this.emit({ op: 'save', slot: 2 * node.index + 1 });
        return;
      case 'choice':
        this.choice(node.of);
        return;
      case 'repeat':
        this.repeat(node);
        return;
      case 'atomic':
        this.part({ op: 'atomic', to: 0 }, node.of);
        return;
      case 'look': {
        const behind = node.behind ? lengthsOf(node.of) : undefined;
        this.part({ op: 'look', behind, negative: node.negative, to: 0 }, node.of);
      }
    }
  }

  /** A part with a match of its own; `to` is what follows it. */
  private part(step: Extract<Step, { op: 'atomic' | 'look' }>, of: Node): void {
    this.plain = false;
    this.emit(step);
    this.node(of);
    this.emit({ op: 'match' });
    step.to = this.steps.length;
  }

  private choice(branches: readonly Node[]): void {
    const ends: Extract<Step, { op: 'jump' }>[] = [];
    branches.forEach((branch, i) => {
      if (i === branches.length - 1) {
        this.node(branch);
        return;
      }
      const split = this.split();
      this.node(branch);
      ends.push(this.emit({ op: 'jump', to: 0 }));
      split.second = this.steps.length;
    });
    for (const end of ends) end.to = this.steps.length;
  }

  private split(): Split {
    return this.emit<Split>({ op: 'split', first: this.steps.length + 1, second: 0 });
  }

  private repeat(node: Extract<Node, { kind: 'repeat' }>): void {
    const { of, min, max, greed } = node;
    if (greed === 'possessive') {
      this.part({ op: 'atomic', to: 0 }, { ...node, greed: 'greedy' });
      return;
    }
    const lazy = greed === 'lazy';
    if (max === Number.POSITIVE_INFINITY && !this.guarded) {
      for (let i = 1; i < min; i++) this.node(of);
      this.unguarded(of, min, lazy);
      return;
    }
    for (let i = 0; i < min; i++) this.node(of);
    if (max === Number.POSITIVE_INFINITY) {
      this.loop(of, lazy);
      return;
    }
    const optional: Split[] = [];
    for (let i = min; i < max; i++) {
      optional.push(this.split());
      this.node(of);
    }
    for (const split of optional) this.leave(split, lazy);
  }

  /** As Rust compiles it: `x{n,}` ends in `x+`, and `x*` of what can be empty is `(?:x+)?`. */
  private unguarded(of: Node, min: number, lazy: boolean): void {
    if (min === 0 && !canBeEmpty(of)) {
      this.loop(of, lazy);
      return;
    }
    const option = min === 0 ? this.split() : undefined;
    const back = this.steps.length;
    this.node(of);
    const again = this.split();
    again.first = back;
    this.leave(again, lazy);
    if (option !== undefined) this.leave(option, lazy);
  }

  private loop(of: Node, lazy: boolean): void {
    const split = this.split();
    const at = this.steps.length - 1;
    const slot = this.guarded && canBeEmpty(of) ? this.slots++ : undefined;
    if (slot !== undefined) this.emit({ op: 'mark', slot });
    this.node(of);
    const idle = slot === undefined ? undefined : this.emit<Extract<Step, { op: 'idle' }>>({ op: 'idle', slot, to: 0 });
    this.emit({ op: 'jump', to: at });
    if (idle !== undefined) idle.to = this.steps.length;
    this.leave(split, lazy);
  }

  /** The other way of a loop or an option leads here. */
  private leave(split: Split, lazy: boolean): void {
    split.second = this.steps.length;
    if (lazy) [split.first, split.second] = [split.second, split.first];
  }
}

type Split = Extract<Step, { op: 'split' }>;

function canBeEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'char':
    case 'set':
      return false;
    case 'sequence':
      return node.of.every(canBeEmpty);
    case 'choice':
      return node.of.some(canBeEmpty);
    case 'group':
    case 'atomic':
      return canBeEmpty(node.of);
    case 'repeat':
      return node.min === 0 || canBeEmpty(node.of);
    default:
      return true;
  }
}

/** Lengths that a look-behind can have: one for each branch; one that is not fixed is not modelled. */
function lengthsOf(node: Node): readonly number[] {
  if (node.kind === 'choice') return [...new Set(node.of.flatMap(lengthsOf))];
  return [fixedLength(node)];
}

function fixedLength(node: Node): number {
  switch (node.kind) {
    case 'char':
    case 'set':
      return 1;
    case 'empty':
    case 'assert':
    case 'look':
      return 0;
    case 'sequence':
      return node.of.reduce((sum, one) => sum + fixedLength(one), 0);
    case 'group':
    case 'atomic':
      return fixedLength(node.of);
    case 'repeat':
      if (node.min === node.max) return node.min * fixedLength(node.of);
      break;
    case 'choice': {
      const lengths = new Set(node.of.map(fixedLength));
      const [only] = lengths;
      if (lengths.size === 1 && only !== undefined) return only;
    }
  }
  throw unmodelled('a look-behind of several lengths');
}
