/** A reply that was really received. Texts are ordinary strings, as a person pasted them. */
export interface ActualReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
}

/** Who wrote a reply, and by what that is seen. */
export interface Author {
  /** `gateway`: Kong itself; `upstream`: what stands behind it; `unknown`: nothing of Kong is seen in it. */
  readonly hop: 'gateway' | 'upstream' | 'unknown';
  /** The plugin of Kong whose text this is; `core` for Kong without a plugin; null where that is not known. */
  readonly plugin: string | null;
  /** Checks of that plugin which say this. */
  readonly steps: readonly string[];
  /** Headers that show it: `via`, `x-kong-upstream-latency`, `x-kong-response-latency`; empty for none. */
  readonly signs: readonly string[];
  /** Kong's version, where a header names it. */
  readonly version: string | null;
}

export interface ReplyDifference {
  readonly what: 'status' | 'body' | 'www-authenticate';
  readonly predicted: string;
  readonly actual: string;
}

/** What a difference means; `words` has a sentence for each. The likeliest first. */
export type Meaning =
  /** Kong let the request through and the upstream wrote this. */
  | { readonly id: 'upstream-answered' }
  /** Nothing of Kong in the headers: something in front of it, or its headers are switched off. */
  | { readonly id: 'hop-in-between' }
  /** A plugin answered that is not in the file, or not where the file has it. */
  | { readonly id: 'plugin-not-in-file'; readonly plugin: string }
  /** The same plugin stopped at another check. */
  | { readonly id: 'other-check'; readonly predicted: string | null; readonly actual: readonly string[] }
  /** The running gateway does not have this credential. */
  | { readonly id: 'credential-not-running' }
  /** The token does not arrive: something in between takes the header away. */
  | { readonly id: 'token-lost-on-the-way' }
  /** The clock of the gateway, or the moment of the request, is another. */
  | { readonly id: 'other-time' }
  /** The key or the secret of the running gateway is another. */
  | { readonly id: 'other-key-running' }
  /** A header names another version than was asked for. */
  | { readonly id: 'other-version'; readonly version: string }
  /** Only `WWW-Authenticate` differs: a version, a realm or a plugin that changes answers. */
  | { readonly id: 'header-changed' }
  /** None of the known ones. */
  | { readonly id: 'other-configuration' };

export interface ReplyComparison {
  /** `unknown` where nothing could be predicted. */
  readonly outcome: 'same' | 'different' | 'unknown';
  readonly differences: readonly ReplyDifference[];
  readonly author: Author;
  readonly meanings: readonly Meaning[];
}
