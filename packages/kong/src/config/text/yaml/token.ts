/** Tokens of YAML 1.1 as libyaml cuts them. */
export const T = {
  streamEnd: 0,
  directive: 1,
  documentStart: 2,
  documentEnd: 3,
  blockSequenceStart: 4,
  blockMappingStart: 5,
  blockEnd: 6,
  flowSequenceStart: 7,
  flowSequenceEnd: 8,
  flowMappingStart: 9,
  flowMappingEnd: 10,
  blockEntry: 11,
  flowEntry: 12,
  key: 13,
  value: 14,
  alias: 15,
  anchor: 16,
  tag: 17,
  scalar: 18,
} as const;

export type TokenKind = (typeof T)[keyof typeof T];

export interface Token {
  readonly kind: TokenKind;
  /** Offset of the first character. */
  readonly at: number;
  /** Text of a scalar, name of an anchor or alias, `suffix` of a tag, value of a directive. */
  readonly text: string;
  /** Handle of a tag or %TAG directive; `plain` for plain scalars; empty elsewhere. */
  readonly extra: string;
}

/** Thrown inside the reader only; `readYaml` turns it into a problem. */
export class YamlFault {
  readonly code: string;
  readonly message: string;
  readonly at: number;

  constructor(code: string, message: string, at: number) {
    this.code = code;
    this.message = message;
    this.at = at;
  }
}
