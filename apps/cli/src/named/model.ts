export interface Facts {
  /** One sentence or figure each. */
  readonly facts: readonly string[];
  /** Commands that take it further. */
  readonly next: readonly string[];
}
