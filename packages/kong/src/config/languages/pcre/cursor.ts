import { MESSAGES, PcreFault } from './fault.ts';

/** A place in a pattern of bytes. */
export class PcreCursor {
  readonly text: string;
  at = 0;
  spaced = false;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Takes what a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  fail(name: keyof typeof MESSAGES, at = this.at): never {
    throw new PcreFault(MESSAGES[name], at);
  }
}
