import { bracketClass } from './class.ts';
import { RustCursor } from './cursor.ts';
import { escape } from './escape.ts';
import type { Range } from './fault.ts';
import { isProperty } from './property.ts';

interface Group {
  readonly open: Range;
  readonly spaced: boolean;
}

/** Reads a pattern as `regex-syntax` does (`ast/parse.rs`), for its faults alone. @throws RustFault */
export function readPattern(pattern: readonly string[]): void {
  new Reader(pattern).read();
}

class Reader extends RustCursor {
  private readonly groups: Group[] = [];
  private readonly names = new Map<string, Range>();
  private readonly late: (() => void)[] = [];
  /** Something stands before that can be repeated. */
  private repeatable = false;

  read(): void {
    for (;;) {
      this.skip();
      if (this.done) break;
      this.item(this.peek());
    }
    const open = this.groups.at(-1);
    if (open !== undefined) this.fail('unclosed group', open.open);
    for (const judge of this.late) judge();
  }

  private readonly property = (at: Range, name: string): void => {
    const fault = isProperty(name);
    if (fault !== undefined) this.late.push(() => this.fail(fault, at));
  };

  private item(character: string): void {
    switch (character) {
      case '(':
        return this.group();
      case ')':
        return this.close();
      case '|':
        this.bump();
        this.repeatable = false;
        return;
      case '?':
      case '*':
      case '+':
        return this.repeat();
      case '{':
        return this.count();
      case '[':
        bracketClass(this, this.property);
        break;
      case '\\':
        escape(this, this.property);
        break;
      default:
        this.bump();
    }
    this.repeatable = true;
  }

  private group(): void {
    const open = this.one;
    this.bump();
    this.skip();
    if (['?=', '?!', '?<=', '?<!'].some((prefix) => this.take(prefix)))
      this.fail('look-around, including look-ahead and look-behind, is not supported', this.since(open.from));
    const inner = this.here;
    const outer = this.spaced;
    if (this.take('?P<') || this.take('?<')) this.name();
    else if (this.take('?')) {
      if (this.done) this.fail('unclosed group', open);
      const some = this.flags();
      const flagsOnly = this.peek() === ')';
      this.bump();
      if (flagsOnly) {
        if (!some) this.fail('repetition operator missing expression', inner);
        this.repeatable = false;
        return;
      }
    }
    this.groups.push({ open, spaced: outer });
    this.repeatable = false;
  }

  private close(): void {
    const group = this.groups.pop();
    if (group === undefined) return this.fail('unopened group', this.one);
    this.bump();
    this.spaced = group.spaced;
    this.repeatable = true;
  }

  private name(): void {
    if (this.done) this.fail('unclosed capture group name', this.here);
    const start = this.at;
    while (this.peek() !== '>') {
      const fits = this.at === start ? /^[_\p{Alphabetic}]$/u : /^[_.[\]\p{Alphabetic}\p{N}]$/u;
      if (!fits.test(this.peek())) this.fail('invalid capture group character', this.one);
      if (!this.bump()) break;
    }
    if (this.done) this.fail('unclosed capture group name', this.here);
    const at = this.since(start);
    this.bump();
    const name = this.pattern.slice(at.from, at.to).join('');
    if (name === '') this.fail('empty capture group name', { from: start, to: start });
    const known = this.names.get(name);
    if (known !== undefined) this.fail('duplicate capture group name', at, known);
    this.names.set(name, at);
  }

  /** @returns whether there were any */
  private flags(): boolean {
    const seen = new Map<string, Range>();
    let dangling: Range | undefined;
    let on = true;
    while (this.peek() !== ':' && this.peek() !== ')') {
      const flag = this.peek();
      const known = seen.get(flag);
      if (flag === '-') {
        if (known !== undefined) this.fail('flag negation operator repeated', this.one, known);
        dangling = this.one;
        on = false;
      } else {
        dangling = undefined;
        if (!/^[imsUuRx]$/.test(flag)) this.fail('unrecognized flag', this.one);
        if (known !== undefined) this.fail('duplicate flag', this.one, known);
        if (flag === 'x') this.spaced = on;
      }
      seen.set(flag, this.one);
      if (!this.bump()) this.fail('expected flag but got end of regex', this.here);
    }
    if (dangling !== undefined) this.fail('dangling flag negation operator', dangling);
    return seen.size > 0;
  }

  private repeat(): void {
    if (!this.repeatable) this.fail('repetition operator missing expression', this.here);
    if (this.bump() && this.peek() === '?') this.bump();
  }

  private count(): void {
    const start = this.at;
    const unclosed = (): never => this.fail('unclosed counted repetition', this.since(start));
    if (!this.repeatable) this.fail('repetition operator missing expression', this.here);
    if (!this.bumpSpaced()) unclosed();
    const least = this.decimal();
    if (this.done) unclosed();
    let most: Decimal | undefined;
    if (this.peek() === ',') {
      if (!this.bumpSpaced()) unclosed();
      if (this.peek() !== '}') {
        this.demand(least);
        most = this.decimal();
        this.demand(most);
      } else this.demand(least);
    } else this.demand(least);
    if (this.done || this.peek() !== '}') unclosed();
    if (this.bumpSpaced() && this.peek() === '?') this.bump();
    if (most !== undefined && Number(most.digits) < Number(least.digits))
      this.fail('invalid repetition count range, the start must be <= the end', this.since(start));
  }

  private decimal(): Decimal {
    const blank = (): boolean => /^\s$/u.test(this.peek());
    while (!this.done && blank()) this.bump();
    const start = this.at;
    let digits = '';
    while (!this.done && /^[0-9]$/.test(this.peek())) {
      digits += this.peek();
      this.bumpSpaced();
    }
    const at = this.since(start);
    while (!this.done && blank()) this.bumpSpaced();
    return { digits, at };
  }

  private demand({ digits, at }: Decimal): void {
    if (digits === '') this.fail('repetition quantifier expects a valid decimal', at);
    if (Number(digits) > 0xffffffff) this.fail('decimal literal invalid', at);
  }
}

interface Decimal {
  readonly digits: string;
  readonly at: Range;
}
