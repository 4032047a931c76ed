import type { DuplicateMember, JsonObject, JsonStop } from '../json/index.ts';

/** What stands in the place of a discovery document. */
export type MetadataForm =
  | 'object'
  | 'key-set'
  | 'other-json'
  | 'not-json'
  | 'html'
  | 'token'
  | 'not-utf8'
  | 'empty'
  | 'too-large';

/** A discovery document read, or why it is none. */
export interface MetadataReading {
  readonly form: MetadataForm;
  /** Of `object` and `key-set`. */
  readonly object: JsonObject | undefined;
  /** Of `not-json`: where the reader stopped; `at` counts UTF-16 units after a byte order mark. */
  readonly stop: (JsonStop & { readonly line: number; readonly column: number }) | undefined;
  readonly duplicates: readonly DuplicateMember[];
  readonly hasByteOrderMark: boolean;
  /** First characters of what is no JSON, for a person to recognise it. */
  readonly start: string;
}

/** The name after `/.well-known/`, and the issuer that such an address belongs to. */
export interface WellKnown {
  readonly name: string;
  /** Without a final slash: the rule that makes the address drops it. */
  readonly issuer: string;
}

/** Which specification a document follows: Discovery 1.0, or RFC 8414 alone. */
export type DocumentKind = 'openid' | 'oauth';

/** Who the issuer serves. `workload`: machines only, no page to log in. `federation`: keys in the document itself. */
export type IssuerKind = 'oidc' | 'oauth' | 'workload' | 'federation';

/** What is known beside the text. */
export interface MetadataFacts {
  /** The issuer that was asked for, to the character. */
  readonly expect?: string | undefined;
  readonly fetchedFrom?: string | undefined;
  /** The header as it came. */
  readonly contentType?: string | undefined;
}
