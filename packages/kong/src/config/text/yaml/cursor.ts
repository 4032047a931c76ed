const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** A position in the text. Characters are UTF-16 units; past the end they read as `NaN`. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Offset of the first character of the line that `at` is in. */
  lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  isEnd(ahead = 0): boolean {
    return this.at + ahead >= this.text.length;
  }

  isBlank(ahead = 0): boolean {
    const code = this.code(ahead);
    return code === SPACE || code === TAB;
  }

  isBreak(ahead = 0): boolean {
    return isBreakCode(this.code(ahead));
  }

  /** A blank, a line break or the end. */
  isGap(ahead = 0): boolean {
    const code = this.code(ahead);
    return code === SPACE || code === TAB || Number.isNaN(code) || isBreakCode(code);
  }

  skipBlanks(): void {
    while (this.isBlank()) this.at++;
  }

  skipComment(): void {
    if (this.code() !== 0x23) return;
    while (!this.isEnd() && !this.isBreak()) this.at++;
  }

  /** Moves past one line break and returns what it counts as in a scalar: LF for all but LS and PS. */
  takeBreak(): string {
    const code = this.code();
    this.at += code === CR && this.code(1) === LF ? 2 : 1;
    this.lineStart = this.at;
    return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
  }

  /** `---` or `...` at the start of a line, followed by a gap. */
  isDocumentMark(): boolean {
    if (this.at !== this.lineStart) return false;
    const code = this.code();
    if (code !== 0x2d && code !== 0x2e) return false;
    return this.code(1) === code && this.code(2) === code && this.isGap(3);
  }
}

function isBreakCode(code: number): boolean {
  if (code > CR && code < NEXT_LINE) return false;
  return code === LF || code === CR || code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}
