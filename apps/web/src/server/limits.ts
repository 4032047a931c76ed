/** What the server takes (`docs/decisions/0010-the-local-server.md`). Bytes and milliseconds. */
export const LIMITS = {
  /** One JSON body. */
  json: 256 * 1024,
  /** All configurations together. */
  configuration: 64 * 1024 * 1024,
  /** All key files together. */
  keys: 1024 * 1024,
  /** All metadata documents together. */
  metadata: 1024 * 1024,
  /** What an issuer has shown: two documents of at most 1 MiB each, as text. */
  issuer: 8 * 1024 * 1024,
  /** Answers and logs of one question, with the question; they are not kept. */
  logs: 64 * 1024 * 1024,
  /** Files of each kind. */
  files: 100,
  fileName: 255,
  headerBlock: 16 * 1024,
  headersMs: 10_000,
  requestMs: 120_000,
  connections: 64,
  /** What was uploaded is forgotten after this long without a request. */
  idleMs: 15 * 60_000,
  /** One task. */
  taskMs: 60_000,
  /** How long a task may go on for somebody who went away: most end sooner than another thread starts. */
  goneMs: 500,
  /** How long a browser may take to open the page. */
  ticketMs: 60_000,
} as const;
