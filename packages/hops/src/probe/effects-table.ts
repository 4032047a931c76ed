import type { EffectCode } from './model.ts';

export interface Effect {
  /** What the client gets; null where its answer has begun already, or goes through. */
  readonly status: number | null;
  /** Of the closed vocabulary of causes. */
  readonly cause: string;
  /** What stands in Kong's error.log; null where nothing does. */
  readonly line: string | null;
}

const effect = (status: number | null, cause: string, line: string | null): Effect => ({ status, cause, line });

/** `kong-errors` catalogue, each row recorded on a real chain with Kong 3.9.1 unless its line says otherwise. */
export const EFFECTS: Readonly<Record<EffectCode, Effect>> = {
  'D-NX': effect(503, 'dns-name-error', 'DNS resolution failed: dns server error: 3 name error'),
  'D-SERV': effect(500, 'dns-server-failure', 'failed the initial dns/balancer resolve'),
  'U-REFUSED': effect(502, 'upstream-refused', 'connect() failed (111: Connection refused)'),
  'U-RST-CONN': effect(502, 'upstream-reset-before-headers', 'connect() failed (104: Connection reset by peer)'),
  'U-UNREACH': effect(502, 'upstream-unreachable', 'connect() failed (113: No route to host)'),
  'U-PORTS': effect(502, 'upstream-unreachable', 'connect() failed (99: Cannot assign requested address)'),
  'U-TO-CONN': effect(504, 'upstream-connect-timeout', 'upstream timed out (110) while connecting to upstream'),
  'U-TO-TLS': effect(504, 'tls-handshake-timeout', 'upstream timed out (110) while SSL handshaking to upstream'),
  'U-TO-HEAD': effect(504, 'upstream-read-timeout', 'upstream timed out (110) while reading response header'),
  'U-TO-BODY': effect(null, 'upstream-body-timeout', 'upstream timed out (110) while reading upstream'),
  'U-FIN-HEAD': effect(
    502,
    'upstream-closed-before-headers',
    'upstream prematurely closed connection while reading response header',
  ),
  'U-RST-HEAD': effect(502, 'upstream-reset-before-headers', 'recv() failed (104) while reading response header'),
  'U-FIN-BODY': effect(null, 'truncated-response', 'upstream prematurely closed connection while reading upstream'),
  'U-BIGHDR': effect(502, 'upstream-header-too-big', 'upstream sent too big header while reading response header'),
  'U-BADHDR': effect(502, 'upstream-invalid-header', 'upstream sent invalid header'),
  'U-NOHTTP': effect(null, 'upstream-not-http', 'upstream sent no valid HTTP/1.0 header'),
  'U-CLTE': effect(
    502,
    'upstream-framing-conflict',
    'upstream sent "Content-Length" and "Transfer-Encoding" headers at the same time',
  ),
  'U-DUPHDR': effect(502, 'upstream-framing-conflict', 'upstream sent duplicate header line'),
  'U-BADCL': effect(502, 'upstream-framing-conflict', 'upstream sent invalid "Content-Length" header'),
  'U-UNKTE': effect(502, 'upstream-framing-conflict', 'upstream sent unknown "Transfer-Encoding"'),
  'U-MORE': effect(null, 'upstream-more-than-length', 'upstream sent more data than specified in "Content-Length"'),
  'T-PLAIN': effect(502, 'tls-to-plain-upstream', 'SSL_do_handshake() failed (… wrong version number)'),
  'T-CLOSED': effect(502, 'tls-handshake-closed', 'peer closed connection in SSL handshake'),
  'T-ALERT': effect(502, 'tls-alert', 'SSL_do_handshake() failed (… SSL alert number N)'),
  'T-LOCAL': effect(502, 'tls-alert', 'SSL_do_handshake() failed'),
  'T-MTLS13': effect(
    502,
    'tls-client-certificate-required',
    'SSL_read() failed (… certificate required: SSL alert number 116)',
  ),
  'T-VERIFY': effect(502, 'tls-verify-failed', 'upstream SSL certificate verify error'),
  'T-NAME': effect(502, 'tls-name-mismatch', 'upstream SSL certificate does not match'),
  'G-HTTP1': effect(502, 'grpc-to-http1-upstream', 'upstream sent too large http2 frame: 4740180'),
  'plain-http-page': effect(400, 'plain-http-to-tls-upstream', null),
  'no-certificate-page': effect(400, 'tls-client-certificate-required', null),
  'keepalive-race': effect(
    502,
    'keepalive-race',
    'upstream prematurely closed connection while reading response header',
  ),
  'front-gives-up': effect(504, 'lb1-gave-up', null),
  'accepted-silently': effect(null, 'ok', null),
};
