/**
 * A recogniser that fails as pest's generated parsers do (pest 2.7, `parser_state.rs`): what it expected is
 * remembered at the furthest place where a rule failed.
 */
export class PestState<Rule extends string> {
  readonly input: readonly string[];
  at = 0;
  /** Inside an atomic rule nothing is remembered and no blank is skipped. */
  atomic = false;
  compound = false;
  negative = false;
  private attemptAt = 0;
  private positives: Rule[] = [];
  private negatives: Rule[] = [];
  private nodes: PestNode<Rule>[] = [];

  constructor(input: string) {
    this.input = Array.from(input);
  }

  get failedAt(): number {
    return this.attemptAt;
  }

  get expected(): ReadonlySet<Rule> {
    return new Set(this.positives);
  }

  get top(): readonly PestNode<Rule>[] {
    return this.nodes;
  }

  /** Takes the text, or nothing. */
  text(text: string): boolean {
    const characters = Array.from(text);
    for (const [i, character] of characters.entries()) if (this.input[this.at + i] !== character) return false;
    this.at += characters.length;
    return true;
  }

  /** Takes one character that `fits`. */
  one(fits: (character: string) => boolean): boolean {
    const character = this.input[this.at];
    if (character === undefined || !fits(character)) return false;
    this.at++;
    return true;
  }

  end(): boolean {
    return this.at >= this.input.length;
  }

  /** All parts one behind the other, blanks between them; otherwise nothing is taken. */
  sequence(...parts: readonly (() => boolean)[]): boolean {
    const [start, nodes] = [this.at, this.nodes.length];
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.skip();
      if (part()) continue;
      this.at = start;
      this.nodes.length = nodes;
      return false;
    }
    return true;
  }

  many(part: () => boolean): boolean {
    if (!part()) return true;
    while (this.sequence(() => true, part));
    return true;
  }

  optional(part: () => boolean): boolean {
    part();
    return true;
  }

  /** Takes nothing; holds where `part` does not. */
  not(part: () => boolean): boolean {
    const [start, negative, nodes] = [this.at, this.negative, this.nodes.length];
    this.negative = !negative;
    const found = part();
    this.negative = negative;
    this.at = start;
    this.nodes.length = nodes;
    return !found;
  }

  rule(rule: Rule, kind: 'normal' | 'atomic' | 'compound', body: () => boolean): boolean {
    const [atomic, compound] = [this.atomic, this.compound];
    if (kind === 'compound') [this.atomic, this.compound] = [false, true];
    const found = this.named(rule, kind === 'atomic', body);
    [this.atomic, this.compound] = [atomic, compound];
    return found;
  }

  private named(rule: Rule, atomic: boolean, body: () => boolean): boolean {
    const start = this.at;
    const reported = start === this.attemptAt;
    const [positives, negatives] = reported ? [this.positives.length, this.negatives.length] : [0, 0];
    const attempts = this.attemptsAt(start);
    const outer = this.nodes;
    this.nodes = [];
    const silent = this.atomic;
    this.atomic ||= atomic;
    const found = body();
    this.atomic = silent;
    const children = this.nodes;
    this.nodes = outer;
    if (found === this.negative) this.track(rule, start, positives, negatives, attempts);
    if (found && !silent) this.nodes.push({ rule, from: start, to: this.at, children });
    return found;
  }

  /** A rule whose inner rules came no further is told instead of them, unless there was but one. */
  private track(rule: Rule, at: number, positives: number, negatives: number, before: number): void {
    if (this.atomic) return;
    const attempts = this.attemptsAt(at);
    if (attempts > before && attempts - before === 1) return;
    if (at === this.attemptAt) {
      this.positives.length = Math.min(this.positives.length, positives);
      this.negatives.length = Math.min(this.negatives.length, negatives);
    }
    if (at > this.attemptAt) {
      this.positives = [];
      this.negatives = [];
      this.attemptAt = at;
    }
    if (at === this.attemptAt) (this.negative ? this.negatives : this.positives).push(rule);
  }

  private attemptsAt(at: number): number {
    return at === this.attemptAt ? this.positives.length + this.negatives.length : 0;
  }

  private skip(): void {
    if (this.atomic || this.compound) return;
    while (/^[ \t\r\n]$/.test(this.input[this.at] ?? '')) this.at++;
  }
}

/** What a rule took; `from` and `to` count characters. */
export interface PestNode<Rule extends string> {
  readonly rule: Rule;
  readonly from: number;
  readonly to: number;
  readonly children: readonly PestNode<Rule>[];
}
