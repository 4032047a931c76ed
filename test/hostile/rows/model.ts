/** One thing that somebody may paste or send. */
export interface HostileInput {
  readonly name: string;
  readonly text: string;
  /** `paste` goes through everything; `token` straight to the reader of tokens, untrimmed. */
  readonly as: 'paste' | 'token';
  readonly expected: Expected;
}

export interface Expected {
  /** Of the token that is chosen. */
  readonly kind?: string;
  /** What the paste is taken for. */
  readonly paste?: string;
  /** How many tokens the paste holds. */
  readonly tokens?: number;
  /** Ids that must be among the findings. */
  readonly finds?: readonly string[];
  /** Ids that must not be. */
  readonly spares?: readonly string[];
  /** Whether the standards have nothing against the token, apart from time and key. */
  readonly strict?: boolean;
  /** Whether the claims are shown all the same. */
  readonly decodes?: boolean;
  /** What was taken off the chosen token. */
  readonly stripped?: readonly string[];
}

/** A test elsewhere that covers (a part of) the row; its file must hold the marker. */
export type Cover = readonly [file: string, marker: string];

/** A row of the list of hostile inputs. Each has inputs here, a test elsewhere, or a reason why it comes later. */
export interface HostileRow {
  readonly row: number;
  readonly title: string;
  readonly inputs?: readonly HostileInput[];
  readonly coveredBy?: readonly Cover[];
  /** Belongs to a part of the product that is built later; says to which. */
  readonly later?: string;
}
