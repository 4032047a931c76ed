import type { Place } from '@why401/core';
import { deepest, type ListCache, NONE, type Nodes } from './nodes.ts';

/** What a form has of its own. */
export interface Habits {
  /** Another document of the same text: lines are counted once. */
  readonly beside?: Source;
  /** Where the next document of the same text begins. */
  readonly end?: number;
  /**
   * Where a field of an entity stands, when the form calls it otherwise: `key` → `stringData.key`. The entity itself
   * is not written then: its place has no `from`, so that nobody changes the file as if it were.
   */
  readonly spell?: (path: string) => string;
  /** The list that elements belong to, when the form calls it otherwise: `data` → `keyauth_credentials`. */
  readonly list?: string;
  /** Everything below these keys at the top is a secret. */
  readonly hidden?: ReadonlySet<string>;
}

/** A file that was read: its text, and where everything in it stands. Lines are counted when they are first asked for. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly nodes: Nodes;
  readonly habits: Habits;
  private lineStarts: Uint32Array | undefined;

  constructor(file: string, text: string, nodes: Nodes, habits: Habits = {}) {
    this.file = file;
    this.text = text;
    this.nodes = nodes;
    this.habits = habits;
  }

  /**
   * Where the value under a dotted path below `node` stands. When the file does not write it (a default), the place
   * of the nearest value around it, without `from`.
   */
  place(node: number, path = ''): Place {
    const { spell } = this.habits;
    if (path === '') return spell ? around(this.placeOf(node, [])) : this.placeOf(node, []);
    return this.placeOf(node, (spell?.(path) ?? path).split('.'));
  }

  placeOf(node: number, steps: readonly (string | number)[], cache?: ListCache): Place {
    const { node: found, whole } = deepest(this.nodes, node, steps, cache);
    const at = this.nodes.starts[found === NONE ? 0 : found] ?? 0;
    const { line, column } = this.position(at);
    return whole ? { file: this.file, line, column, from: at } : { file: this.file, line, column };
  }

  placeAt(offset: number): Place {
    return { file: this.file, ...this.position(offset), from: offset };
  }

  /** Line and column from 1; a column counts UTF-16 units. */
  position(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.lines();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** Offsets of the first character of each line. */
  lines(): Uint32Array {
    this.lineStarts ??= this.habits.beside?.lines() ?? lineStartsOf(this.text);
    return this.lineStarts;
  }
}

const around = ({ from: _, ...place }: Place): Place => place;

function lineStartsOf(text: string): Uint32Array {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}
