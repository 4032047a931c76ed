import type { Place, Problem } from '../facts/index.ts';

/** What a paste was recognised as. */
export type PasteKind =
  | 'empty'
  /** One or more JOSE tokens with nothing around them but what people copy along. */
  | 'token'
  /** A curl or PowerShell command, raw HTTP, a HAR entry, header lines. */
  | 'request'
  /** Raw HTTP response; `curl -v` output holds both request and response. */
  | 'response'
  | 'har'
  /** JSON with tokens inside: a token response, a log record. */
  | 'json'
  | 'log'
  | 'url'
  /** One word that is no JOSE token. */
  | 'opaque'
  | 'private-key'
  | 'public-key'
  | 'certificate'
  | 'jwks'
  | 'metadata'
  | 'kong-config'
  /** Nothing we know; `tokens` may still hold something. */
  | 'unknown';

/** Where in the paste a token stood. */
export type TokenSource =
  | 'bare'
  | 'authorization-header'
  | 'header'
  | 'cookie'
  | 'query'
  | 'fragment'
  | 'form'
  | 'json-member'
  | 'log-line';

/** What was taken off or undone to get at the token, in order. */
export type Stripped =
  | 'byte-order-mark'
  | 'utf-16'
  | 'bearer-prefix'
  | 'header-name'
  | 'quotes'
  | 'white-space'
  | 'line-breaks'
  | 'invisible-characters'
  | 'percent-encoding'
  | 'backslash-escapes'
  | 'terminal-colours'
  | 'punctuation';

export interface Stripping {
  readonly what: Stripped;
  /** How often: `Bearer Bearer x` is 2. */
  readonly count: number;
}

export interface FoundToken {
  /** The token as a gateway would have to get it, everything around it stripped. */
  readonly text: string;
  /** Range in `Paste.text`, with line and column. */
  readonly place: Place;
  readonly source: TokenSource;
  /** Header, cookie, parameter or member: `authorization`, `jwt`, `access_token`. */
  readonly name?: string;
  readonly stripped: readonly Stripping[];
  /** Why the token is probably not whole: it ends in `…`, at the paste's end, or with a part too short for its algorithm. */
  readonly cutOff?: 'ellipsis' | 'part-missing' | 'signature-short';
}

/** A request as the paste spells it, nothing normalised. Texts are ordinary strings, not byte strings. */
export interface PastedRequest {
  readonly from: 'curl' | 'powershell' | 'raw-http' | 'curl-verbose' | 'har' | 'headers' | 'url';
  readonly method: string;
  readonly scheme: 'http' | 'https' | undefined;
  /** Of the URL, or of the `Host` header; without port. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** Raw request target: path and query as written, `/` where there is none. */
  readonly target: string;
  /**
   * In the order in which they are sent, duplicates kept, `Host` included where the paste has it.
   * Of what a tool adds by itself, only what a gateway could answer to: curl's `Accept`, `Content-Type`,
   * `Authorization` of `-u`; not its `User-Agent`, whose version the paste does not say.
   */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** What the command would do that the request alone does not show: `-k`, `-L`, unread options. */
  readonly problems: readonly Problem[];
}

export interface PastedResponse {
  readonly status: number;
  readonly reason: string;
  readonly version: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** Index in `Paste.requests` of the request that it answers, or -1. */
  readonly request: number;
}

export interface Paste {
  readonly kind: PasteKind;
  /** What was read: line ends as they came, byte order mark off. */
  readonly text: string;
  /** In order of appearance, each text once; `chosen` is the one to explain. */
  readonly tokens: readonly FoundToken[];
  /** Index in `tokens`, or -1: an access token goes before an ID token, a header before a cookie. */
  readonly chosen: number;
  readonly requests: readonly PastedRequest[];
  readonly responses: readonly PastedResponse[];
  readonly problems: readonly Problem[];
}
