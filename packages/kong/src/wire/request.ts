/**
 * A request as the gateway's socket sees it. All texts are byte strings: one UTF-16 unit
 * (00–FF) for each byte on the wire, so that lengths, classes and comparisons are nginx's.
 */
export interface WireRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly sni: string | null;
  /** Raw request target: `/orders/7?jwt=…`. */
  readonly target: string;
  /** In wire order, duplicates kept, less `Host`. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
  readonly clientIp: string;
}

/** What Kong writes itself. Header names lower-case; `body` is a byte string. */
export interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}
