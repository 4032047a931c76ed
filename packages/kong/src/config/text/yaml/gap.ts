import type { Cursor } from './cursor.ts';
import { YamlFault } from './token.ts';

const TAB = 0x09;

/** A run of blanks and line breaks inside a scalar, and what it counts as. One is reused for all scalars. */
export class Gap {
  private blanks = '';
  private first = '';
  private rest = '';
  /** A line break has been seen. */
  broken = false;

  clear(): void {
    this.blanks = '';
    this.first = '';
    this.rest = '';
    this.broken = false;
  }

  /** Reads the run at the cursor. With an `indent`, a tab left of that column is refused after a line break. */
  read(cursor: Cursor, indent?: number): void {
    for (;;) {
      if (cursor.isBlank()) {
        if (indent !== undefined && this.broken && cursor.column < indent && cursor.code() === TAB)
          throw new YamlFault('yaml-syntax', 'a tab stands where the indentation must be spaces', cursor.at);
        if (!this.broken) this.blanks += cursor.text.charAt(cursor.at);
        cursor.at++;
      } else if (cursor.isBreak()) this.lineBreak(cursor.takeBreak());
      else return;
    }
  }

  /** Forgets what was read and goes on as after a line break that counts as nothing: `\` at a line end. */
  joinLines(): void {
    this.clear();
    this.broken = true;
  }

  /** The text to put in place of the run: blanks as they are, one break a space, more breaks one fewer. */
  take(): string {
    let out = this.blanks;
    if (this.broken) out = this.first !== '\n' ? this.first + this.rest : this.rest === '' ? ' ' : this.rest;
    this.clear();
    return out;
  }

  private lineBreak(text: string): void {
    if (this.broken) this.rest += text;
    else {
      this.blanks = '';
      this.first = text;
      this.broken = true;
    }
  }
}
