/**
 * A report is a document without styling: the printers (`to-text`, `to-html`, `to-markdown`)
 * decide what a tone looks like. Text in spans is raw; every printer makes it safe for its reader.
 */

export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'warn' | 'dim' | 'code' | 'value' | 'mark';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

export type Line = readonly Span[];

export type Block =
  /** Prose; wrapped by the printer on a terminal. */
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  /** Exact bytes (a body, a header line): never wrapped. `aside` stands to the right of the first line, where there is room. */
  | { readonly kind: 'verbatim'; readonly lines: readonly Line[]; readonly aside?: Line }
  /** Strings one above the other with the differing characters marked underneath. */
  | { readonly kind: 'aligned'; readonly rows: readonly AlignedRow[]; readonly marks: readonly AlignedMark[] }
  /** Lines of a file, changed or pointed at. */
  | { readonly kind: 'frame'; readonly file: string; readonly lines: readonly FrameLine[] }
  | { readonly kind: 'steps'; readonly steps: readonly StepLine[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'code'; readonly language: 'sh' | 'yaml' | 'json' | 'diff'; readonly lines: readonly string[] };

export interface AlignedRow {
  /** `token`, `config` */
  readonly source: string;
  /** `iss`, `key` */
  readonly name: string;
  readonly value: string;
  readonly place?: string;
  /** Where the row is filled up so that equal characters stand above one another; ordered. */
  readonly gaps?: readonly AlignedGap[];
}

/** `length` places in front of the UTF-16 unit `at` of the row's own value. */
export interface AlignedGap {
  readonly at: number;
  readonly length: number;
}

/** `at` and `length` count UTF-16 units of the first row's value with its gaps filled: of its aligned value. */
export interface AlignedMark {
  readonly at: number;
  readonly length: number;
  readonly note: string;
}

export interface FrameLine {
  readonly number?: number;
  readonly sign: ' ' | '-' | '+' | '>';
  readonly text: string;
}

export interface StepLine {
  readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'unknown' | 'not-reached';
  readonly name: string;
  readonly detail: Line;
  /** Shown dim at the end: `kong/plugins/jwt/handler.lua@3.9.1`. */
  readonly basis?: string;
}

export interface Section {
  /** Stable: `reply`, `why`, `compared`, `cure`, `place`, `path`, `next`, `not`. */
  readonly id: string;
  /** Short: it stands in the left margin of the terminal: `Why`. Empty for the headline. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Report {
  /** One line that stands alone, in a list or a browser tab. */
  readonly title: string;
  readonly sections: readonly Section[];
}
