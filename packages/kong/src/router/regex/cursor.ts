/** A place in a pattern. Units are characters of the dialect: code points, or bytes. */
export class Cursor {
  readonly pattern: readonly string[];
  at = 0;

  constructor(pattern: readonly string[]) {
    this.pattern = pattern;
  }

  get done(): boolean {
    return this.at >= this.pattern.length;
  }

  peek(ahead = 0): string {
    return this.pattern[this.at + ahead] ?? '';
  }

  next(): string {
    return this.pattern[this.at++] ?? '';
  }

  /** Takes the text if it stands here. */
  take(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.pattern[this.at + i] !== text[i]) return false;
    this.at += text.length;
    return true;
  }

  /** What stands before `end`, which is taken as well; undefined where there is no `end`. */
  until(end: string): string | undefined {
    const stop = this.pattern.indexOf(end, this.at);
    if (stop < 0) return undefined;
    const text = this.pattern.slice(this.at, stop).join('');
    this.at = stop + 1;
    return text;
  }

  /** The longest run of characters that `pattern` takes, at most `most` of them. */
  run(pattern: RegExp, most = Number.POSITIVE_INFINITY): string {
    let text = '';
    while (text.length < most && !this.done && pattern.test(this.peek())) text += this.next();
    return text;
  }
}
