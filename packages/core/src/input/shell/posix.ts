import { ansiEscape } from './ansi-escape.ts';
import { type Command, WordList } from './words.ts';

/**
 * Splits as a POSIX shell does: `'…'`, `"…"`, `$'…'`, backslash, continued lines, comments. Commands end
 * at `;`, `|`, `&` and line ends, but a line that begins with `-` goes on with the command before:
 * that is what is left of a continued line when the backslashes were lost. `NAME=value` in
 * front is put in where `$NAME` stands; other variables are kept as written and named.
 */
export function splitPosix(text: string): readonly Command[] {
  return new PosixSplitter(text).split();
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s;

class PosixSplitter {
  private readonly text: string;
  private readonly list = new WordList();
  private readonly variables = new Map<string, string>();
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  split(): readonly Command[] {
    while (this.at < this.text.length) this.step();
    this.endCommand();
    return this.list.commands;
  }

  private step(): void {
    const { text, list } = this;
    const character = text[this.at] as string;
    switch (character) {
      case ' ':
      case '\t':
      case '\r':
        this.at++;
        return list.endWord();
      case '\n':
        this.at = afterSpace(text, this.at);
        return text[this.at] === '-' ? list.endWord() : this.endCommand();
      case ';':
      case '|':
      case '&':
        this.at++;
        return this.endCommand();
      case '#':
        if (list.isInWord) break;
        this.at = lineEnd(text, this.at);
        return;
      case "'":
        return this.singleQuoted();
      case '"':
        this.at++;
        list.add('');
        return this.doubleQuoted();
      case '\\':
        return this.escaped();
      case '$':
        return this.dollar();
    }
    list.add(character);
    this.at++;
  }

  private singleQuoted(): void {
    const end = this.text.indexOf("'", this.at + 1);
    const to = end < 0 ? this.text.length : end;
    this.list.add(this.text.slice(this.at + 1, to));
    this.at = to + 1;
  }

  private doubleQuoted(): void {
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      const character = this.text[this.at] as string;
      const next = this.text[this.at + 1] ?? '';
      if (character === '$') this.dollar();
      else if (character === '\\' && '$`"\\\n'.includes(next)) {
        if (next !== '\n') this.list.add(next);
        this.at += 2;
      } else {
        this.list.add(character);
        this.at++;
      }
    }
    this.at++;
  }

  private escaped(): void {
    const { text } = this;
    const next = text.startsWith('\r\n', this.at + 1) ? '\r\n' : (text[this.at + 1] ?? '');
    if (next === '\n' || next === '\r\n') this.list.endWord();
    else this.list.add(next);
    this.at += 1 + next.length;
  }

  private dollar(): void {
    const { text, list } = this;
    const next = text[this.at + 1] ?? '';
    if (next === "'" && !list.isInWord) {
      const { value, to } = ansiEscape(text, this.at + 2);
      list.add(value);
      this.at = to;
      return;
    }
    if (next === '(') return this.keep(text.indexOf(')', this.at) + 1 || text.length);
    const braced = next === '{';
    NAME.lastIndex = this.at + (braced ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      list.add('$');
      this.at++;
      return;
    }
    const known = this.variables.get(name);
    const to = braced ? text.indexOf('}', this.at) + 1 || text.length : this.at + 1 + name.length;
    if (known === undefined) return this.keep(to);
    list.add(known);
    this.at = to;
  }

  /** A variable or a substitution that only the shell can resolve. */
  private keep(to: number): void {
    const literal = this.text.slice(this.at, to);
    this.list.missing(literal);
    this.list.add(literal);
    this.at = to;
  }

  private endCommand(): void {
    for (const word of this.list.endCommand()) {
      const [, name, value] = ASSIGNMENT.exec(word) ?? [];
      if (name === undefined || value === undefined) {
        if (word === 'export') continue;
        break;
      }
      this.variables.set(name, value);
    }
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
