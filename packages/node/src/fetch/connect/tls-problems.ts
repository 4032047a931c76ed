import type { PeerCertificate } from '@why401/core';
import { codeOf, StageFailure } from '../failure.ts';

type Words = (
  host: string,
  chain: readonly PeerCertificate[],
  /** Host and port. */
  at: string,
) => readonly [code: string, message: string, hint: string];

const iso = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : '?');
const issuerOf = (chain: readonly PeerCertificate[]): string => chain.at(-1)?.issuer ?? 'nobody';

const expired: Words = (host, chain) => {
  const { subject, notAfter } = earliestEnd(chain);
  return [
    'tls-expired',
    `The certificate of ${subject || host} ended at ${iso(notAfter)}.`,
    'The server has to renew it. If its time looks right, look at the clock of this machine.',
  ];
};

const unknownCa: Words = (_, chain) => [
  'tls-unknown-ca',
  `The certificate was issued by ${issuerOf(chain)}, which this machine does not trust.`,
  'For an authority of your own: --ca FILE with its certificate. Kong has to know it too (lua_ssl_trusted_certificate).',
];

const nameMismatch: Words = (host, chain) => [
  'tls-name-mismatch',
  `The certificate is for ${chain[0]?.names.join(', ') || chain[0]?.subject || 'no name'}, not for ${host}.`,
  'Ask under a name that the certificate has, or let the server get one for this name.',
];

const incomplete: Words = (_, chain, at) => [
  'tls-intermediate-missing',
  `The server sent its own certificate alone, and ${issuerOf(chain)}, who issued it, is not known here.`,
  `Let the server send the intermediate certificates too: openssl s_client -connect ${at} -showcerts. For an authority of your own: --ca FILE.`,
];

/** OpenSSL's names of what is wrong with a certificate. */
const WORDS: Readonly<Record<string, Words>> = {
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: (host, chain) => [
    'tls-not-yet-valid',
    `The certificate of ${chain[0]?.subject || host} begins at ${iso(chain[0]?.notBefore ?? Number.NaN)}.`,
    'Look at the clock of this machine; else the server has to wait, or to use another certificate.',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: nameMismatch,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
  UNABLE_TO_GET_ISSUER_CERT: unknownCa,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownCa,
  SELF_SIGNED_CERT_IN_CHAIN: unknownCa,
  DEPTH_ZERO_SELF_SIGNED_CERT: (_, chain) => [
    'tls-self-signed',
    `The server's certificate (${chain[0]?.subject ?? 'unnamed'}) is signed by itself.`,
    'If it is meant: --ca FILE with this very certificate.',
  ],
};

/** `at` is host and port, as `openssl s_client` takes them. */
export function certificateFailure(
  code: string,
  host: string,
  chain: readonly PeerCertificate[],
  at: string,
): StageFailure {
  const [kind, message, hint] = WORDS[code]?.(host, chain, at) ?? [
    'tls-certificate-refused',
    `The certificate does not hold: ${code}.`,
    `Look at it: openssl s_client -connect ${at} -showcerts`,
  ];
  return new StageFailure({ code: kind, message, hint });
}

const earliestEnd = (chain: readonly PeerCertificate[]): PeerCertificate => {
  const [first] = [...chain].sort((a, b) => a.notAfter - b.notAfter);
  return first ?? { subject: '', issuer: '', names: [], notBefore: Number.NaN, notAfter: Number.NaN, fingerprint: '' };
};

/** The handshake itself went wrong, before any certificate could be judged. */
export function handshakeFailure(error: unknown, url: URL): StageFailure {
  const code = codeOf(error);
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return new StageFailure({
      code: 'tls-not-tls',
      message: `${url.host} does not speak TLS: it answered with something else.`,
      hint: 'Is this the port for plain HTTP? Give the port that speaks TLS.',
    });
  if (code.startsWith('ERR_SSL_'))
    return new StageFailure({
      code: 'tls-handshake-failed',
      message: `The two sides could not agree on TLS (${code}).`,
      hint: 'If the server wants a client certificate: --client-cert FILE --client-key FILE.',
    });
  return new StageFailure(
    {
      code: 'tls-reset',
      message: `The other side ended the connection during the TLS handshake (${code || 'closed'}).`,
      hint: 'Something on the way may not let this name through: try from where the gateway runs.',
    },
    true,
  );
}
