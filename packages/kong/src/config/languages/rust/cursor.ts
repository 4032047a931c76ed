import { type Range, RustFault } from './fault.ts';

/** A place in a pattern; blanks and comments are skipped under `x`. */
export class RustCursor {
  readonly pattern: readonly string[];
  at = 0;
  spaced = false;

  constructor(pattern: readonly string[]) {
    this.pattern = pattern;
  }

  get done(): boolean {
    return this.at >= this.pattern.length;
  }

  peek(): string {
    return this.pattern[this.at] ?? '';
  }

  /** Zero width. */
  get here(): Range {
    return { from: this.at, to: this.at };
  }

  get one(): Range {
    return { from: this.at, to: this.at + 1 };
  }

  since(from: number): Range {
    return { from, to: this.at };
  }

  /** @returns whether anything is left */
  bump(): boolean {
    if (!this.done) this.at++;
    return !this.done;
  }

  bumpSpaced(): boolean {
    if (!this.bump()) return false;
    this.skip();
    return !this.done;
  }

  take(text: string): boolean {
    const characters = Array.from(text);
    for (const [i, character] of characters.entries()) if (this.pattern[this.at + i] !== character) return false;
    this.at += characters.length;
    return true;
  }

  skip(): void {
    if (!this.spaced) return;
    while (!this.done) {
      if (/^\s$/u.test(this.peek())) this.at++;
      else if (this.peek() === '#') while (!this.done && this.pattern[this.at++] !== '\n');
      else return;
    }
  }

  /** The next character but one, blanks left out. */
  peekSpaced(): string {
    const start = this.at;
    const next = this.bumpSpaced() ? this.peek() : '';
    this.at = start;
    return next;
  }

  fail(message: string, at: Range, beside?: Range): never {
    throw new RustFault(message, at, beside);
  }
}
