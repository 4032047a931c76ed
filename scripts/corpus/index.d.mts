import type { Crypto } from '@why401/core';

interface Agreement {
  readonly expected: number;
  readonly found: number;
  /** What the list says and was not found; one sentence each. */
  readonly missed: readonly string[];
}

type Judge<Figures> = (root: string, crypto: Crypto, now: number) => Agreement & Figures;

export declare const discoveryAgreement: Judge<{
  readonly documents: number;
  readonly unexpected: readonly string[];
  readonly alarms: readonly string[];
}>;
export declare const jwksAgreement: Judge<{
  readonly sets: number;
  readonly keys: number;
  readonly rotations: number;
  readonly unexpected: readonly string[];
}>;
export declare const tokensAgreement: Judge<{
  readonly tokens: number;
  readonly judged: number;
  readonly undecided: number;
}>;
