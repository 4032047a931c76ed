import type { LineKind } from '../file/index.ts';

/**
 * Literals by which a line that tells of a failure is found, without reading the others: pieces of nginx's and Kong's
 * messages (`nginx/src/http/ngx_http_upstream.c@1.25.3`, `ngx_http_request.c`, `ngx_event_openssl.c`;
 * `kong/runloop/balancer@3.9.3`, `kong/resty/dns/client.lua`). None is shorter than nine octets.
 */
export const ERROR_LOG_SIGNATURES: readonly string[] = [
  ' failed (',
  'timed out (110: ',
  'prematurely closed ',
  'upstream sent ',
  'upstream rejected request',
  'peer closed connection in SSL handshake',
  'upstream SSL certificate ',
  'upstream client TLS certificate',
  'DNS resolution failed',
  'dns server error',
  'dns client error',
  'querying dns for ',
  'failed to receive reply from UDP server',
  'could not be resolved (',
  'no resolver defined',
  'failed to retry the dns/balancer',
  '[healthcheck',
  'client sent ',
  'client intended to send too large',
  'broken header: "',
  'runtime error: ',
  'worker_connections are not enough',
  'address not allowed',
];

/** Versions of HTTP in a request line, what ends it, and the first digit of a status that is none of success. */
const STATUSES = ['1.0', '1.1', '2.0', '3.0'].flatMap((version) =>
  ['4', '5', '0'].map((digit) => `HTTP/${version}" ${digit}`),
);

export const ACCESS_LOG_SIGNATURES: readonly string[] = [...STATUSES, '"\\x16\\x03\\x01', '] "-" 400 ', '] "-" 408 '];

/** `response.status` in Kong's entry, plain, spaced, inside a string, inside CSV; 9 is an answer that was no HTTP. */
export const ENTRY_SIGNATURES: readonly string[] = ['4', '5', '9,', '9}'].flatMap((status) => [
  `"status":${status}`,
  `"status": ${status}`,
  `"status\\":${status}`,
  `"status"":${status}`,
  `.status":"${status}`,
]);

/** Everything that is looked for in a log of unknown making. */
export const SIGNATURES: readonly string[] = [...ERROR_LOG_SIGNATURES, ...ACCESS_LOG_SIGNATURES, ...ENTRY_SIGNATURES];

const OF: Readonly<Record<LineKind, readonly string[]>> = {
  error: ERROR_LOG_SIGNATURES,
  access: ACCESS_LOG_SIGNATURES,
  entry: ENTRY_SIGNATURES,
  lb: ACCESS_LOG_SIGNATURES,
  other: [],
};

/** What is worth looking for in a log that begins with lines of these kinds: fewer literals are found faster. */
export function signaturesFor(kinds: ReadonlySet<LineKind>): readonly string[] {
  const chosen = [...new Set([...kinds].flatMap((kind) => OF[kind]))];
  return chosen.length === 0 ? SIGNATURES : chosen;
}
