/**
 * What each step found, for those who word it or cure it. A row of the reference is the name of its data.
 * No token, signature or secret is in here. Texts are as a person reads them (UTF-8 decoded).
 */

export type TokenPlace = 'query' | 'cookie' | 'header';

/** A token where it was found; its text stays with `retrieveTokens`. */
export interface FoundToken {
  readonly from: TokenPlace;
  readonly name: string;
  /** Bytes; `null` for a query argument without a value. */
  readonly length: number | null;
}

/** A configured place that holds something, but no token for this plugin. */
export interface PassedOver {
  readonly from: TokenPlace;
  readonly name: string;
  readonly why: 'empty' | 'no-bearer' | 'bearer-spelled-otherwise' | 'only-the-first-line-counts';
}

export interface StepData {
  /** Preflight: skipped. */
  readonly J00: { readonly method: string };
  /** Authenticated before, in OR mode: skipped. */
  readonly J01: { readonly by: string };
  /** A list of names is null. */
  readonly J09: { readonly field: string };
  readonly J10: {
    readonly query: readonly string[];
    readonly cookies: readonly string[];
    readonly headers: readonly string[];
    readonly passedOver: readonly PassedOver[];
  };
  readonly J11: { readonly tokens: readonly FoundToken[] };
  /** Also what a passed retrieval found. */
  readonly J12: { readonly token: FoundToken };
  readonly J20: {
    /** Undefined where it passed. */
    readonly part?: 'header' | 'payload' | 'signature';
    readonly why?: 'missing' | 'base64' | 'json';
    readonly segments: number;
    /** The token has `+` or `/`, which Kong takes until 3.4 only. */
    readonly standardAlphabet: boolean;
  };
  readonly J21: { readonly type: string };
  readonly J22: { readonly alg: string | null; readonly type: string; readonly listed: readonly string[] };
  readonly J23: { readonly type: string };
  readonly J24: { readonly why?: 'length' | 'foreign-byte'; readonly byte?: string };
  readonly J30: { readonly type: string };
  readonly J31: KeyClaim;
  readonly J32: KeyClaim;
  readonly J33: KeyClaim;
  /** `member`: an object's own `key`, which the node's cache may answer for. */
  readonly J34: KeyClaim & { readonly member?: string };
  readonly J36: KeyClaim & { readonly value: string; readonly credentials: number };
  readonly J40: { readonly alg: string; readonly algorithm: string; readonly credential: string };
  readonly J41: KeyUse & { readonly why?: 'length' | 'foreign-byte'; readonly standardAlphabet?: boolean };
  readonly J42: KeyUse & { readonly missing?: 'secret' | 'rsa_public_key' };
  readonly J43: KeyUse & { readonly why?: 'length' | 'foreign-byte' };
  readonly J50: KeyUse & { readonly kind?: string; readonly curve?: string; readonly bits?: number };
  readonly J51: KeyUse & { readonly length: number; readonly wanted: number };
  readonly J52: KeyUse & { readonly length: number; readonly wanted: number };
  readonly J53: KeyUse & { readonly kind?: string; readonly curve?: string; readonly zeroHalf?: true };
  readonly J60: { readonly checked: readonly ClaimCheck[] };
  readonly J61: { readonly exp: ClaimValue; readonly now: number; readonly maximum: number };
  readonly J70: { readonly claim: string; readonly value: string };
  readonly J80: { readonly consumer: string; readonly credential: string };
  /** Let in as anonymous; `discarded` is the 401 that nobody gets to see. */
  readonly A1: { readonly anonymous: string; readonly discarded: string };
  readonly A2: { readonly anonymous: string; readonly discarded: string };
}

export type StepId = keyof StepData;

export interface KeyClaim {
  /** `config.key_claim_name` */
  readonly claim: string | null;
  readonly source?: 'payload' | 'header';
  /** Lua's type of the value: `string`, `number`, `userdata` (null), … */
  readonly type: string;
  /** The value where it is short and a text, number or boolean. */
  readonly value?: string;
}

export interface KeyUse {
  readonly algorithm: string;
  /** Key of the credential. */
  readonly credential: string;
  readonly secretIsBase64: boolean;
}

/** `absent` apart from `null`, numbers that JSON cannot write as texts. */
export type ClaimValue = number | 'NaN' | 'Infinity' | '-Infinity' | { readonly type: string };

export interface ClaimCheck {
  readonly name: 'exp' | 'nbf';
  readonly value: ClaimValue;
  readonly now: number;
  readonly outcome: 'pass' | 'not-a-number' | 'expired' | 'too-early';
}
