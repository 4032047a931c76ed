import { Cursor } from './cursor.ts';
import { type Flags, type Greed, invalid, type Node, type Parsed, unmodelled } from './model.ts';

/** What the two dialects read differently. */
export interface Grammar {
  /** An escape outside of a class; the backslash is taken. */
  escape(reader: Reader, flags: Flags): Node;
  /** A class; its `[` is taken. */
  charClass(reader: Reader, flags: Flags): Node;
  /** What stands behind `(?` or `(*`, up to the items of the group. */
  group(reader: Reader, flags: Flags): Opened;
  /** `{…}` here as a count; undefined where it is a literal brace. `{` is not taken yet. */
  count(reader: Reader): readonly [min: number, max: number] | undefined;
  /** Skips what may stand between an item and its repetition. */
  skip?(reader: Reader): boolean;
  literal(character: string, flags: Flags): Node;
  dot(flags: Flags): Node;
  start(flags: Flags): Node;
  end(flags: Flags): Node;
  /** `a++` gives back nothing, and quantifiers do not pile up. */
  readonly possessive: boolean;
}

export type Opened =
  /** `(?i)`: for the rest of the group around it. */
  | { readonly kind: 'flags'; readonly flags: Flags }
  /** `(?#…)` */
  | { readonly kind: 'comment' }
  | { readonly kind: 'group'; readonly flags: Flags; readonly wrap: (of: Node) => Node };

const DEEPEST = 100;
/** A count beyond this is refused by both engines, or makes a program beyond their limits. */
export const MOST_REPEATS = 65_535;

export class Reader extends Cursor {
  readonly grammar: Grammar;
  groups = 0;
  readonly names = new Map<string, number>();
  referred = 0;
  private depth = 0;

  constructor(pattern: readonly string[], grammar: Grammar) {
    super(pattern);
    this.grammar = grammar;
  }

  /** Number of a new capture group. */
  capture(name?: string): number {
    const index = ++this.groups;
    if (name === undefined) return index;
    if (this.names.has(name)) throw invalid(`two groups named ${name}`);
    this.names.set(name, index);
    return index;
  }

  /** A reference to a group, which may come later. */
  refer(group: number, fold: boolean): Node {
    this.referred = Math.max(this.referred, group);
    return { kind: 'back', group, fold };
  }

  choice(flags: Flags): Node {
    if (++this.depth > DEEPEST) throw unmodelled(`groups nested deeper than ${DEEPEST}`);
    const branches: Node[] = [];
    let inForce = flags;
    do {
      const [branch, after] = this.sequence(inForce);
      branches.push(branch);
      inForce = after;
    } while (this.take('|'));
    this.depth--;
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: 'choice', of: branches };
  }

  private sequence(flags: Flags): readonly [Node, Flags] {
    const items: Node[] = [];
    let inForce = flags;
    while (!this.done && this.peek() !== '|' && this.peek() !== ')') {
      if (inForce.spaced && this.skipBlank()) continue;
      const item = this.item(inForce);
      if ('flags' in item) inForce = item.flags;
      else if (item.node.kind !== 'empty') items.push(this.repeated(item.node, inForce));
    }
    const [only] = items;
    return [items.length === 1 && only !== undefined ? only : { kind: 'sequence', of: items }, inForce];
  }

  private item(flags: Flags): { readonly node: Node } | { readonly flags: Flags } {
    const { grammar } = this;
    const character = this.next();
    if (character === '\\') return { node: grammar.escape(this, flags) };
    if (character === '[') return { node: grammar.charClass(this, flags) };
    if (character === '.') return { node: grammar.dot(flags) };
    if (character === '^') return { node: grammar.start(flags) };
    if (character === '$') return { node: grammar.end(flags) };
    if (character === '(') return this.group(flags);
    if (character === '*' || character === '+' || character === '?') throw invalid('a repetition of nothing');
    if (character === '{') this.at--;
    if (character === '{' && (!grammar.possessive || grammar.count(this) !== undefined))
      throw invalid('a repetition of nothing');
    if (character === '{') this.at++;
    return { node: grammar.literal(character, flags) };
  }

  private group(flags: Flags): { readonly node: Node } | { readonly flags: Flags } {
    if (this.peek() !== '?' && this.peek() !== '*') {
      const index = this.capture();
      return { node: this.closed(flags, (of) => ({ kind: 'group', index, of })) };
    }
    const opened = this.grammar.group(this, flags);
    if (opened.kind === 'flags') return { flags: opened.flags };
    if (opened.kind === 'comment') return { node: { kind: 'empty' } };
    return { node: this.closed(opened.flags, opened.wrap) };
  }

  private closed(flags: Flags, wrap: (of: Node) => Node): Node {
    const of = this.choice(flags);
    if (!this.take(')')) throw invalid('a group without its end');
    return wrap(of);
  }

  private repeated(item: Node, flags: Flags): Node {
    let node = item;
    for (;;) {
      while ((flags.spaced && this.skipBlank()) || this.grammar.skip?.(this));
      const bounds = this.bounds();
      if (bounds === undefined) return node;
      const [min, max] = bounds;
      const greed = this.greed(flags);
      if (!this.grammar.possessive) node = { kind: 'repeat', of: node, min, max, greed };
      else if (node.kind === 'assert') throw invalid('a repetition of an assertion');
      // PCRE asks once what looks around, or not at all.
      else if (node.kind === 'look')
        return { kind: 'repeat', of: node, min: Math.min(min, 1), max: Math.min(max, 1), greed };
      else return { kind: 'repeat', of: node, min, max, greed };
    }
  }

  private bounds(): readonly [number, number] | undefined {
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    if (this.peek() !== '{') return undefined;
    const bounds = this.grammar.count(this);
    if (bounds === undefined) return undefined;
    const [min, max] = bounds;
    if (max < min || min > MOST_REPEATS || (max > MOST_REPEATS && max !== Number.POSITIVE_INFINITY))
      throw invalid(`the count ${min} to ${max}`);
    return bounds;
  }

  private greed(flags: Flags): Greed {
    if (this.grammar.possessive && this.take('+')) return 'possessive';
    return this.take('?') !== flags.swapGreed ? 'lazy' : 'greedy';
  }

  /** Under `x`: blanks, and comments up to the end of the line. */
  private skipBlank(): boolean {
    if (/^\s$/u.test(this.peek())) {
      this.at++;
      return true;
    }
    if (this.peek() !== '#') return false;
    while (!this.done && this.next() !== '\n');
    return true;
  }
}

export function parseWith(reader: Reader, flags: Flags): Parsed {
  const node = reader.choice(flags);
  if (!reader.done) throw invalid('a ) without its (');
  if (reader.referred > reader.groups) throw invalid(`a reference to group ${reader.referred}, which is not there`);
  return { node, groups: reader.groups, names: reader.names };
}
