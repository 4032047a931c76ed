import type { Cause } from './index.ts';

/** What error.log then has, for a cause that looks like others from outside. */
export interface Telltale {
  /** Signature of the line (`tables/lines`). */
  readonly code: string;
  /** So much of the line as it takes to know it by. */
  readonly words: string;
  /** What has to come to it where another cause writes the same line. */
  readonly and?: string;
}

/** Tells the members of a class apart, in the order in which Kong meets them. */
export const TELLTALES: Readonly<Partial<Record<Cause, Telltale>>> = {
  'upstream-refused': { code: 'U-REFUSED', words: 'failed (111: Connection refused)' },
  'upstream-unreachable': { code: 'U-UNREACH', words: 'failed (113: No route to host)' },
  'upstream-connect-timeout': { code: 'U-TO-CONN', words: 'timed out) while connecting to upstream' },
  'upstream-read-timeout': { code: 'U-TO-HEAD', words: 'timed out) while reading response header' },
  'upstream-send-timeout': { code: 'U-TO-SEND', words: 'timed out) while sending request' },
  'tls-handshake-timeout': { code: 'U-TO-TLS', words: 'timed out) while SSL handshaking' },
  'upstream-closed-before-headers': { code: 'U-FIN-HEAD', words: 'upstream prematurely closed connection' },
  'upstream-reset-before-headers': { code: 'U-RST-HEAD', words: 'recv() failed (104: Connection reset by peer)' },
  'keepalive-race': { code: 'U-FIN-HEAD', words: 'upstream prematurely closed connection', and: 'after a pause' },
  'upstream-closed-while-sending': { code: 'U-EPIPE', words: 'while sending request to upstream' },
  'lb2-l4-no-backend': {
    code: 'U-FIN-HEAD',
    words: 'upstream prematurely closed connection',
    and: 'LB2 has no server',
  },
  'plain-http-to-tls-upstream': {
    code: 'U-FIN-HEAD',
    words: 'upstream prematurely closed connection',
    and: 'its port speaks TLS',
  },
  'tls-to-plain-upstream': { code: 'T-PLAIN', words: 'wrong version number' },
  'tls-handshake-closed': { code: 'T-CLOSED', words: 'peer closed connection in SSL handshake' },
  'tls-alert': { code: 'T-ALERT', words: 'SSL alert number' },
  'tls-client-certificate-required': { code: 'T-MTLS13', words: 'certificate required:SSL alert number 116' },
  'tls-verify-failed': { code: 'T-VERIFY', words: 'upstream SSL certificate verify error' },
  'tls-name-mismatch': { code: 'T-NAME', words: 'upstream SSL certificate does not match' },
  'upstream-invalid-header': { code: 'U-BADHDR', words: 'upstream sent invalid header' },
  'upstream-header-too-big': { code: 'U-BIGHDR', words: 'upstream sent too big header' },
  'upstream-framing-conflict': { code: 'U-CLTE', words: '"Content-Length" and "Transfer-Encoding"' },
  'grpc-to-http1-upstream': { code: 'G-HTTP1', words: 'too large http2 frame: 4740180' },
};
