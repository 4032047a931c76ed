import { isIP } from 'node:net';
import type { FetchJson } from '@why401/core';
import {
  chooseProxy,
  createFetcher,
  type FetcherOptions,
  LONGEST_DEADLINE,
  type ProxyChoice,
} from '@why401/node/fetch';
import { fail } from '../failure.ts';
import type { Session } from '../session.ts';
import type { FetchOptions } from './options.ts';
import { readPem } from './pem.ts';

/**
 * The fetcher as the command line wants it. `origin` is the one that a client certificate belongs to.
 * @throws Failure `bad-timeout`, `bad-resolve`, `bad-proxy`, `client-key-missing`, `not-pem` and what reading a file throws
 */
export async function fetcherOf(session: Session, options: FetchOptions, origin: string): Promise<FetchJson> {
  const { certificate, key } = await readClientCertificate(session, options);
  return createFetcher({
    ...(await doorOf(session, options)),
    ...(certificate !== undefined && key !== undefined && { clientCertificate: { origin, certificate, key } }),
  });
}

/**
 * The fetcher's settings but for a client certificate, which belongs to one origin.
 * @throws Failure `bad-timeout`, `bad-resolve`, `bad-proxy`, `not-pem` and what reading a file throws
 */
export async function doorOf(
  session: Session,
  options: Omit<FetchOptions, 'clientCert' | 'clientKey'>,
): Promise<FetcherOptions> {
  return {
    timeout: readTimeout(options.timeout),
    offline: options.offline ?? false,
    allowHosts: options.allowHost,
    allowHttp: options.allowHttp ?? false,
    ca: await Promise.all(options.ca.map((file) => readPem(session, file, 'an authority'))),
    proxy: readProxy(session, options.proxy),
    resolve: new Map(options.resolve.map(readResolve)),
    now: () => session.io.now(),
  };
}

function readTimeout(text = '5'): number {
  const milliseconds = Number(text) * 1000;
  if (!/^\d+(\.\d+)?$/.test(text) || milliseconds < 1 || milliseconds > LONGEST_DEADLINE)
    fail(
      'bad-timeout',
      `--timeout is not a number of seconds: ${JSON.stringify(text)}.`,
      `Give 0.001 to ${LONGEST_DEADLINE / 1000}.`,
    );
  return milliseconds;
}

/** `idp.example:443:10.0.0.1`, `idp.example:443:[::1]` */
function readResolve(text: string): readonly [string, string] {
  const [, host = '', port = '', address = ''] = /^([^:]+):(\d+):\[?([^\]]+)\]?$/.exec(text) ?? [];
  if (isIP(address) === 0)
    fail(
      'bad-resolve',
      `--resolve is not HOST:PORT:ADDRESS: ${JSON.stringify(text)}.`,
      'Write idp.example:443:192.0.2.1',
    );
  return [`${host.toLowerCase()}:${port}`, address];
}

function readProxy({ io }: Session, typed: string | undefined): ProxyChoice {
  try {
    return chooseProxy(io.env, typed);
  } catch {
    const from = typed === undefined ? 'The environment names' : '--proxy is';
    return fail('bad-proxy', `${from} no URL of a proxy.`, 'Write http://proxy.example:3128');
  }
}

async function readClientCertificate(session: Session, { clientCert, clientKey }: FetchOptions) {
  if ((clientCert === undefined) !== (clientKey === undefined))
    fail(
      'client-key-missing',
      `${clientCert === undefined ? '--client-key' : '--client-cert'} stands alone.`,
      'Give both: --client-cert FILE --client-key FILE.',
    );
  if (clientCert === undefined || clientKey === undefined) return {};
  return {
    certificate: await readPem(session, clientCert, 'a certificate'),
    key: await readPem(session, clientKey, 'a private key'),
  };
}
