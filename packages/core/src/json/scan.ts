import { MAX_DEPTH, MAX_MEMBERS } from '../limits/index.ts';
import type { DuplicateMember } from './model.ts';
import { type JsonNote, type Noted, scanScalar, scanString } from './scalar.ts';

/** What the scanner stopped at; `at` counts UTF-16 units of the text. */
export interface JsonStop {
  readonly code: 'not-json' | 'json-too-deep' | 'json-too-many-members';
  readonly at: number;
  /** For the message: `a colon after the member name`. */
  readonly wanted: string;
}

/** A JSON text looked at once, before any parser: limits, grammar, and what a parser would lose. */
export interface JsonScan {
  readonly stop?: JsonStop;
  readonly duplicates: readonly DuplicateMember[];
  /** The first few: characters and numbers that the grammar allows and that bite all the same. */
  readonly notes: readonly JsonNote[];
}

const MAX_NOTES = 20;

/** Told of every member: names and array positions from the top, and the range of its value. */
export type Visit = (path: readonly string[], from: number, to: number) => void;

/** A whole HAR has more members than a token may. */
export interface Limits {
  readonly members?: number;
}

/** Linear, never throws; stops at the first thing that a parser must not see. */
export function scanJson(text: string, visit?: Visit, limits: Limits = {}): JsonScan {
  const scanner = new Scanner(text, visit, limits.members ?? MAX_MEMBERS);
  scanner.skipSpace();
  if (scanner.value(1)) {
    scanner.skipSpace();
    if (scanner.at < text.length) scanner.refuse('not-json', 'the end of the text');
  }
  const { stop, duplicates, notes } = scanner;
  return stop === undefined ? { duplicates, notes } : { stop, duplicates, notes };
}

/** Recursion is bounded by `MAX_DEPTH`. Every method returns false once something was refused. */
class Scanner {
  at = 0;
  stop: JsonStop | undefined;
  readonly duplicates: DuplicateMember[] = [];
  readonly notes: JsonNote[] = [];
  private readonly text: string;
  private readonly visit: Visit | undefined;
  private readonly path: string[] = [];
  private readonly maxMembers: number;
  private members = 0;
  private readonly note: Noted = (code, literal) => {
    if (this.notes.length < MAX_NOTES) this.notes.push({ code, literal, path: [...this.path] });
  };

  constructor(text: string, visit: Visit | undefined, maxMembers: number) {
    this.text = text;
    this.visit = visit;
    this.maxMembers = maxMembers;
  }

  refuse(code: JsonStop['code'], wanted: string, at = this.at): false {
    this.stop = { code, at, wanted };
    return false;
  }

  value(depth: number): boolean {
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (depth > MAX_DEPTH) return this.refuse('json-too-deep', `at most ${MAX_DEPTH} levels`);
      return first === '{' ? this.object(depth) : this.array(depth);
    }
    const scalar = scanScalar(this.text, this.at, this.note);
    if (!scalar.ok) return this.refuse('not-json', scalar.wanted, scalar.at);
    this.at = scalar.to;
    return true;
  }

  private object(depth: number): boolean {
    const values = new Map<string, string[]>();
    this.step();
    if (this.take('}')) return true;
    do {
      this.skipSpace();
      const name = this.name();
      if (name === undefined) return false;
      this.path.push(name);
      const from = this.at;
      if (!this.value(depth + 1)) return false;
      this.visit?.(this.path, from, this.at);
      this.path.pop();
      const earlier = values.get(name);
      if (earlier === undefined) values.set(name, [this.text.slice(from, this.at)]);
      else earlier.push(this.text.slice(from, this.at));
      this.skipSpace();
    } while (this.take(','));
    for (const [name, literals] of values) {
      if (literals.length > 1) this.duplicates.push({ path: [...this.path, name], values: literals });
    }
    return this.take('}') || this.refuse('not-json', 'a comma or }');
  }

  private array(depth: number): boolean {
    this.step();
    if (this.take(']')) return true;
    let position = 0;
    do {
      this.skipSpace();
      this.path.push(String(position++));
      if (!this.value(depth + 1)) return false;
      this.path.pop();
      this.skipSpace();
    } while (this.take(','));
    return this.take(']') || this.refuse('not-json', 'a comma or ]');
  }

  /** A member name and its colon. */
  private name(): string | undefined {
    const { text, at } = this;
    if (text[at] !== '"') {
      this.refuse('not-json', 'a member name in double quotes');
      return undefined;
    }
    if (++this.members > this.maxMembers) {
      this.refuse('json-too-many-members', `at most ${this.maxMembers} members`);
      return undefined;
    }
    const string = scanString(text, at, this.note);
    if (!string.ok) {
      this.refuse('not-json', string.wanted, string.at);
      return undefined;
    }
    this.at = string.to;
    this.skipSpace();
    if (!this.take(':')) {
      this.refuse('not-json', 'a colon after the member name');
      return undefined;
    }
    this.skipSpace();
    const literal = text.slice(at, string.to);
    return literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private step(): void {
    this.at++;
    this.skipSpace();
  }

  skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }
}
