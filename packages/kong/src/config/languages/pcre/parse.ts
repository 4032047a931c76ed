import { pcreClass } from './class.ts';
import { PcreCursor } from './cursor.ts';
import { type Escaped, groupName, pcreEscape, relative } from './escape.ts';

interface Open {
  readonly spaced: boolean;
  /** Where a lookbehind around it begins. */
  readonly behind: number | undefined;
}

const VERBS = /(?:ACCEPT|COMMIT|F(?:AIL)?|MARK|PRUNE|SKIP|THEN)?(?::[^)]*)?\)/y;
const ALPHA =
  /(?:atomic|pla|nla|plb|nlb|napla|naplb|sr|asr|script_run|atomic_script_run|positive_look(?:ahead|behind)|negative_look(?:ahead|behind)|non_atomic_positive_look(?:ahead|behind)):/y;

/** Reads a pattern as `parse_regex` of PCRE2 does, for its faults alone. @throws PcreFault */
export function readPcre(text: string): void {
  new Reader(text).read();
}

class Reader extends PcreCursor {
  private readonly open: Open[] = [];
  private readonly names = new Set<string>();
  private readonly references: { readonly group: number | string; readonly at: number }[] = [];
  private groups = 0;
  /** The first lookbehind whose length has no limit. */
  private unlimited: number | undefined;
  private repeatable = false;

  read(): void {
    while (!this.done) this.item();
    if (this.open.length > 0) this.fail('groupEnd');
    if (this.unlimited !== undefined) this.fail('lookbehind', this.unlimited);
    for (const { group, at } of this.references)
      if (typeof group === 'number' ? group > this.groups || group < 0 : !this.names.has(group))
        this.fail('noGroup', at);
  }

  private item(): void {
    const character = this.peek();
    if (this.spaced && this.blank(character)) return;
    if (this.quantifier()) return;
    this.at++;
    switch (character) {
      case '\\':
        return this.escape();
      case '(':
        return this.group();
      case ')':
        return this.close();
      case '[':
        return this.bracket();
      case '|':
      case '^':
        this.repeatable = false;
        return;
      default:
        this.repeatable = true;
    }
  }

  private blank(character: string): boolean {
    if (/^[ \t\n\v\f\r]$/.test(character)) {
      this.at++;
      return true;
    }
    if (character !== '#') return false;
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
    return true;
  }

  private quantifier(): boolean {
    const start = this.at;
    const counted = this.peek() === '{' ? this.count() : undefined;
    if (counted === undefined) {
      if (!/^[*+?]$/.test(this.peek())) return false;
      this.at++;
    }
    const endless = /^(?:[*+]|\{\d+,\})/.test(this.text.slice(start, start + 24).replace(/[ \t]/g, ''));
    if (endless) this.unlimited ??= this.open.at(-1)?.behind;
    if (!this.repeatable) this.fail('quantifier', counted === undefined ? start : this.at - 1);
    if (this.peek() === '?' || this.peek() === '+') this.at++;
    this.repeatable = false;
    return true;
  }

  /** 10.43 takes blanks, and a count without its start. */
  private count(): true | undefined {
    const rest = this.text.slice(this.at);
    const found = /^\{[ \t]*(?:(\d+)[ \t]*(?:,[ \t]*(\d*)[ \t]*)?|,[ \t]*(\d+)[ \t]*)\}/.exec(rest);
    if (found === null) return undefined;
    const [whole, least = '0', most = found[3]] = found;
    for (const digits of [least, most])
      if (digits !== undefined && digits !== '' && Number(digits) > 65_535)
        this.fail('countSize', this.at + whole.indexOf(digits) + digitsRead(digits));
    if (most !== undefined && most !== '' && Number(most) < Number(least))
      this.fail('countOrder', this.at + whole.lastIndexOf(most) + most.length);
    this.at += whole.length;
    return true;
  }

  private escape(): void {
    if (this.take('Q')) {
      const end = this.text.indexOf('\\E', this.at);
      const stop = end < 0 ? this.text.length : end;
      if (stop > this.at) this.repeatable = true;
      this.at = end < 0 ? stop : end + 2;
      return;
    }
    if (this.take('E')) return;
    const found: Escaped = pcreEscape(this, () => this.groups);
    if (typeof found === 'object') this.references.push(found);
    this.repeatable = found !== 'assertion';
  }

  private bracket(): void {
    if (this.take('[:<:]]') || this.take('[:>:]]')) {
      this.repeatable = false;
      return;
    }
    const mark = this.peek();
    if (mark !== '' && ':.='.includes(mark)) {
      const end = new RegExp(`^[${mark}](?:[^\\]\\\\]*?)[${mark}]\\]`).exec(this.text.slice(this.at, this.at + 256));
      if (end !== null) this.fail(mark === ':' ? 'posixOutside' : 'posixCollating', this.at - 1);
    }
    pcreClass(this);
    this.repeatable = true;
  }

  private push(behind = this.open.at(-1)?.behind): void {
    this.open.push({ spaced: this.spaced, behind });
    this.repeatable = false;
  }

  private close(): void {
    const open = this.open.pop();
    if (open === undefined) return this.fail('unopened', this.at - 1);
    this.spaced = open.spaced;
    this.repeatable = true;
  }

  private group(): void {
    if (this.peek() === '*' && this.peek(1) !== '') return this.verb();
    if (!this.take('?')) {
      this.groups++;
      return this.push();
    }
    if (this.done) this.fail('groupEnd');
    if (this.take('#')) return this.comment();
    const start = this.at - 2;
    if (this.take('<=') || this.take('<!')) return this.push(start);
    if (['=', '!', '>', '|', ':', '*', '<*'].some((one) => this.take(one))) return this.push();
    if (this.take('P')) return this.python();
    if (this.take('<')) return this.named('>');
    if (this.take("'")) return this.named("'");
    if (this.take('&')) return this.call(')');
    if (this.take('(')) return this.condition();
    if (this.take('R')) {
      if (!this.take(')')) this.fail('recursionEnd');
      this.repeatable = true;
      return;
    }
    const numbered = this.match(/[+-]?\d+/y);
    if (numbered !== undefined) {
      this.judgeRelative(numbered, this.at);
      if (!this.take(')')) this.fail('recursionEnd');
      this.references.push({ group: relative(numbered, () => this.groups), at: this.at - 1 });
      this.repeatable = true;
      return;
    }
    this.flags();
  }

  private comment(): void {
    const end = this.text.indexOf(')', this.at);
    if (end < 0) this.fail('commentEnd', this.text.length);
    this.at = end + 1;
  }

  private verb(): void {
    this.at++;
    if (this.match(ALPHA) !== undefined) return this.push();
    if (this.match(VERBS) !== undefined) {
      this.repeatable = false;
      return;
    }
    this.match(/[A-Za-z_]*/y);
    this.fail('verb', this.at);
  }

  private python(): void {
    if (this.take('<')) return this.named('>');
    if (this.take('>')) return this.call(')');
    if (this.take('=')) return this.call(')');
    if (this.done) this.fail('groupEnd');
    this.fail('pLetter');
  }

  private named(close: string): void {
    const { name } = groupName(this, close);
    if (this.names.has(name)) this.fail('nameTwice');
    this.names.add(name);
    this.groups++;
    this.push();
  }

  private call(close: string): void {
    const { name, at } = groupName(this, close);
    this.references.push({ group: name, at });
    this.repeatable = true;
  }

  /** A group before that is not there is told at once, another one when all are known. */
  private judgeRelative(text: string, at: number): void {
    if (/^[+-]0+$/.test(text)) this.fail('relativeZero', at);
    if (text.startsWith('-') && relative(text, () => this.groups) < 1) this.fail('noGroup', at);
  }

  private condition(): void {
    const end = this.text.indexOf(')', this.at);
    if (this.peek() !== '?' && this.peek() !== '*' && end >= 0) {
      const inside = this.text.slice(this.at, end);
      if (/^[+-]?\d+$/.test(inside)) {
        this.judgeRelative(inside, end);
        this.references.push({ group: relative(inside, () => this.groups), at: this.at - 1 });
      }
      this.at = end + 1;
      return this.push();
    }
    this.at--;
    this.push();
  }

  private flags(): void {
    let on = true;
    this.take('^');
    for (;;) {
      if (this.done) this.fail('groupEnd');
      const letter = this.text[this.at++] ?? '';
      if (letter === ')') {
        this.repeatable = false;
        return;
      }
      if (letter === ':') return this.push();
      if (letter === '-' && on) on = false;
      else if (letter === 'x') {
        if (this.peek() === 'x') this.at++;
        this.spaced = on;
      } else if (!'imnsJUar'.includes(letter)) this.fail('groupLetter', this.at - 1);
    }
  }
}

/** Digits that are read until the number is too large. */
function digitsRead(digits: string): number {
  let value = 0;
  for (const [i, digit] of Array.from(digits).entries()) {
    value = value * 10 + Number(digit);
    if (value > 65_535) return i + 1;
  }
  return digits.length;
}
