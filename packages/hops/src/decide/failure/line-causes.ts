import type { Cause } from '../../tables/causes/index.ts';
import type { Alternative, Certainty } from '../model.ts';

export interface LineCause {
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly or?: readonly Alternative[];
}

const sure = (cause: Cause, or: readonly Alternative[] = []): LineCause => ({ cause, certainty: 'certain', or });
const likely = (cause: Cause, or: readonly Alternative[] = []): LineCause => ({ cause, certainty: 'likely', or });

/** What a line of error.log means by itself (reference §10.4); where more has to be looked at, `special.ts` does. */
export const LINE_CAUSES: Readonly<Record<string, LineCause>> = {
  'B-RETRY': sure('pool-emptied-during-retry'),
  'U-REFUSED': sure('upstream-refused'),
  'U-RST-CONN': sure('upstream-reset-before-headers'),
  'U-UNREACH': sure('upstream-unreachable'),
  'U-PORTS': likely('upstream-unreachable'),
  'U-TO-CONN': sure('upstream-connect-timeout'),
  'U-TO-TLS': sure('tls-handshake-timeout'),
  'U-TO-SEND': sure('upstream-send-timeout'),
  'U-TO-HEAD': sure('upstream-read-timeout'),
  'U-TO-BODY': sure('upstream-body-timeout'),
  'U-TO-WS': sure('websocket-idle-timeout'),
  'U-FIN-HEAD': likely('upstream-closed-before-headers'),
  'U-RST-HEAD': likely('upstream-reset-before-headers'),
  'U-FIN-BODY': sure('truncated-response'),
  'U-RST-BODY': sure('truncated-response'),
  'U-CHUNK': likely('truncated-response'),
  'U-EPIPE': sure('upstream-closed-while-sending'),
  'U-EARLY': likely('upstream-closed-while-sending'),
  'U-BIGHDR': sure('upstream-header-too-big'),
  'U-BADHDR': sure('upstream-invalid-header'),
  'U-NOHTTP': likely('upstream-not-http', ['plain-http-to-tls-upstream']),
  'U-CLTE': sure('upstream-framing-conflict'),
  'U-DUPHDR': sure('upstream-framing-conflict'),
  'U-BADCL': sure('upstream-framing-conflict'),
  'U-UNKTE': sure('upstream-framing-conflict'),
  'U-MORE': sure('upstream-more-than-length'),
  'T-PLAIN': sure('tls-to-plain-upstream'),
  'T-CLOSED': sure('tls-handshake-closed'),
  'T-LOCAL': sure('tls-alert'),
  'T-MTLS13': sure('tls-client-certificate-required'),
  'T-VERIFY': sure('tls-verify-failed'),
  'T-NAME': sure('tls-name-mismatch'),
  'G-HTTP1': sure('grpc-to-http1-upstream'),
  'G-RST': likely('upstream-reset-before-headers'),
  'G-GOAWAY': likely('upstream-reset-before-headers'),
  'G-FIN': likely('upstream-closed-before-headers'),
  'D-NX': sure('dns-name-error'),
  'D-EMPTY': sure('dns-name-error'),
  'D-SERV': sure('dns-server-failure'),
  'D-NET': sure('dns-server-failure'),
  'D-NGINX': likely('dns-name-error', ['dns-server-failure']),
  'C-413': sure('request-body-too-large'),
  'C-CHUNK': sure('request-malformed'),
  'C-SYNTAX': sure('request-malformed'),
  'C-URI': sure('uri-too-long'),
  'C-HDR': sure('request-header-too-large'),
  'C-PLAINTLS': sure('plain-http-to-tls-port'),
  'C-VERSION': sure('version-or-coding-unsupported'),
  'C-METHOD': sure('method-trace'),
  'C-TIMEOUT': sure('client-too-slow'),
  'L-CRASH': sure('plugin-runtime-error'),
  'L-IP': sure('plugin-ip-restriction'),
};

/** Alerts of a peer that asks for a client certificate, or does not like the one it got (RFC 8446 §6.2). */
const ABOUT_CERTIFICATES: ReadonlySet<string> = new Set(['41', '42', '43', '44', '45', '46', '48', '49']);

/**
 * By the number of the alert (RFC 8446 §6.2). 40 says only that nothing fits, a missing certificate too. `after`: it came
 * once the handshake was through for Kong, so that only the certificate was left to refuse.
 */
export function alertCause(number: string | undefined, after: boolean): LineCause {
  if (number === '116') return sure('tls-client-certificate-required');
  if (number === '40') return { cause: 'tls-alert', certainty: 'possible', or: ['tls-client-certificate-required'] };
  if (number !== undefined && ABOUT_CERTIFICATES.has(number))
    return after
      ? likely('tls-client-certificate-required', ['tls-alert'])
      : likely('tls-alert', ['tls-client-certificate-required']);
  return sure('tls-alert', ['tls-client-certificate-required']);
}
