import type { ClientError } from '../../record/index.ts';

/** How an exchange ended without an answer, in the words of the program that made it. */
export interface ClientFailure {
  readonly pattern: RegExp;
  readonly error: ClientError;
  readonly source: string;
  /** A real line. */
  readonly example: string;
}

const CURL = 'curl 8.5.0, lib/strerror.c and docs/libcurl/libcurl-errors.md';
const NODE = 'Node.js 20, lib/internal/errors.js';

/** First match wins. */
export const FAILURES: readonly ClientFailure[] = [
  {
    pattern: /curl: \(52\)|Empty reply from server/,
    error: 'closed without answer',
    source: CURL,
    example: 'curl: (52) Empty reply from server',
  },
  {
    pattern: /curl: \(7\)|[Cc]onnection refused|ECONNREFUSED|[Cc]ould(?:n't| not) connect to server/,
    error: 'connection refused',
    source: CURL,
    example: "curl: (7) Failed to connect to localhost port 8000 after 0 ms: Couldn't connect to server",
  },
  {
    pattern: /curl: \(18\)|transfer closed with (?:\d+ bytes|outstanding read data) remaining/,
    error: 'incomplete body',
    source: CURL,
    example: 'curl: (18) transfer closed with 98 bytes remaining to read',
  },
  {
    pattern: /curl: \(28\)|Operation timed out after|Connection timed out after|ETIMEDOUT/,
    error: 'timeout',
    source: CURL,
    example: 'curl: (28) Operation timed out after 3001 milliseconds with 0 bytes received',
  },
  {
    pattern: /curl: \(1\) Received HTTP\/0\.9 when not allowed|Received HTTP\/0\.9 when not allowed/,
    error: 'not http',
    source: CURL,
    example: 'curl: (1) Received HTTP/0.9 when not allowed',
  },
  {
    pattern:
      /curl: \((?:35|51|53|54|58|59|60|66|77|80|82|83|90|91|98)\)|SSL certificate problem|SSL_ERROR|\bTLS alert\b.*fatal/,
    error: 'tls failure',
    source: CURL,
    example: 'curl: (60) SSL certificate problem: unable to get local issuer certificate',
  },
  {
    pattern: /curl: \((?:55|56)\)|Connection reset by peer|ECONNRESET|socket hang up/,
    error: 'connection reset',
    source: `${CURL}; ${NODE}`,
    example: 'curl: (56) Recv failure: Connection reset by peer',
  },
];
