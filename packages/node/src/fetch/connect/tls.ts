import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type DetailedPeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import type { PeerCertificate, TlsFacts } from '@why401/core';
import type { FetcherOptions } from '../options.ts';
import { hostOf, portOf } from '../rules.ts';
import { certificateFailure, handshakeFailure } from './tls-problems.ts';

/** TLS over a connection; nothing is sent through it unless its certificate holds. */
export async function secure(
  socket: Socket,
  url: URL,
  options: FetcherOptions,
  open: { destroy(): void }[],
  learnt: (facts: TlsFacts) => void,
): Promise<TLSSocket> {
  const host = hostOf(url);
  const { ca, clientCertificate } = options;
  const mine = clientCertificate?.origin === url.origin ? clientCertificate : undefined;
  const tls = connect({
    socket,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    // The handshake goes on so that the certificates can be told; what is wrong with them ends it below.
    rejectUnauthorized: false,
    ...(ca !== undefined && ca.length > 0 && { ca: [...usualRoots(), ...ca] }),
    ...(mine !== undefined && { cert: mine.certificate, key: mine.key }),
  });
  open.push(tls);
  await shaken(tls, url);
  const chain = chainOf(tls.getPeerCertificate(true));
  learnt({ version: tls.getProtocol() ?? undefined, cipher: tls.getCipher()?.name, chain });
  if (!tls.authorized) throw certificateFailure(authorizationCode(tls), host, chain, `${url.hostname}:${portOf(url)}`);
  return tls;
}

const shaken = (tls: TLSSocket, url: URL): Promise<void> =>
  new Promise((resolve, reject) => {
    tls.once('secureConnect', resolve);
    tls.on('error', (error) => reject(handshakeFailure(error, url)));
    tls.once('close', () => reject(handshakeFailure(new Error('closed'), url)));
  });

/** `CERT_HAS_EXPIRED`: why a handshake was not authorized. The runtime gives the code itself, though it declares an error. */
export const authorizationCode = ({ authorizationError }: TLSSocket): string => {
  const error: unknown = authorizationError;
  if (typeof error === 'string') return error;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
};

/** Node 22.15 and newer tell the roots of this machine; before, those that came with Node. */
function usualRoots(): readonly string[] {
  const tls = process.getBuiltinModule('tls') as { getCACertificates?(kind: 'default'): readonly string[] };
  return tls.getCACertificates?.('default') ?? rootCertificates;
}

const LONGEST_CHAIN = 10;

/** The certificates that the server sent, and what the runtime put behind them; the server's own first. */
export function chainOf(leaf: DetailedPeerCertificate): readonly PeerCertificate[] {
  const chain: PeerCertificate[] = [];
  const seen = new Set<string>();
  for (let one: DetailedPeerCertificate | undefined = leaf; one?.raw !== undefined; one = one.issuerCertificate) {
    const certificate = readCertificate(one.raw);
    if (seen.has(certificate.fingerprint) || chain.length === LONGEST_CHAIN) break;
    seen.add(certificate.fingerprint);
    chain.push(certificate);
  }
  return chain;
}

function readCertificate(der: Buffer): PeerCertificate {
  const certificate = new X509Certificate(der);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: certificate.subjectAltName?.split(', ') ?? [],
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256,
  };
}

/** Nothing at all where a certificate has no subject. */
const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ');
