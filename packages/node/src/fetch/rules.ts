import { isIP } from 'node:net';
import type { FetchRequest, Problem } from '@why401/core';
import { type AddressKind, classifyAddress } from './address/index.ts';
import { refuse, StageFailure } from './failure.ts';
import type { FetcherOptions } from './options.ts';

/** Which URLs may be fetched at all. What has to be known of the address is judged when it is known. */
export function readUrl(text: string, { offline = false }: FetcherOptions): URL {
  if (offline)
    refuse('offline', 'Nothing is fetched: --offline was given.', 'Leave it out, or give the document as a file.');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refuse('url-unreadable', 'This is no URL.', 'Give it with its scheme: https://idp.example/path');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    refuse(
      'url-scheme-refused',
      `Nothing is fetched by ${url.protocol}`,
      'Only https, and http to loopback, are spoken.',
    );
  if (url.username !== '' || url.password !== '')
    refuse(
      'url-user-info-refused',
      'The URL has a name or password before the host.',
      'Leave out what stands before @: it would be sent along, and it makes the host hard to see.',
    );
  return url;
}

/** `[::1]` → `::1`, `idp.example.` → `idp.example` */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** Throws where this address must not be spoken to. Called with the address that is really used. */
export function judgeAddress(address: string, url: URL, request: FetchRequest, options: FetcherOptions): void {
  const problem = addressProblem(address, url, request, options);
  if (problem !== undefined) throw new StageFailure(problem);
}

/** Why this address must not be spoken to; undefined where it may. */
export function addressProblem(
  address: string,
  url: URL,
  request: FetchRequest,
  options: FetcherOptions,
): Problem | undefined {
  const kind = classifyAddress(address);
  return refusalOf(kind, address, url, request, options) ?? plainHttp(kind, url, options);
}

function refusalOf(
  kind: AddressKind,
  address: string,
  url: URL,
  request: FetchRequest,
  options: FetcherOptions,
): Problem | undefined {
  const where = `${url.host} is at ${address} (${kind.name})`;
  if (kind.class === 'never')
    return {
      code: 'address-never',
      message: `${where}: link-local addresses and metadata services of clouds are never asked.`,
      hint: 'No issuer lives there. Look at who wrote this URL, and at what the name server says.',
    };
  if (kind.class === 'public' || isAllowed(url, options)) return undefined;
  const hint = `If this is meant: --allow-host ${url.host}`;
  if (kind.class === 'special')
    return { code: 'address-special', message: `${where}: no server of an issuer can be there.`, hint };
  if (request.namedBy === 'person' || isOwnPrivateOrigin(url, request)) return undefined;
  return {
    code: 'address-private',
    message: `${where}, and it was a document of ${request.origin ?? 'somebody else'} that named it, not you: it was not asked.`,
    hint,
  };
}

/** Its own documents come from a private address, and so may the next one; a public one has to stay public. */
const isOwnPrivateOrigin = (url: URL, { origin, originIsPrivate = false }: FetchRequest): boolean =>
  originIsPrivate && url.origin === origin;

export function isAllowed(url: URL, { allowHosts = [] }: FetcherOptions): boolean {
  const own = [hostOf(url), `${hostOf(url)}:${portOf(url)}`, url.hostname, `${url.hostname}:${portOf(url)}`];
  return allowHosts.some((host) => own.includes(host.toLowerCase().replace(/\.$/, '')));
}

function plainHttp(kind: AddressKind, url: URL, { allowHttp = false }: FetcherOptions): Problem | undefined {
  return url.protocol === 'https:' || allowHttp || kind.class === 'loopback' ? undefined : HTTP_REFUSED;
}

/** Through a proxy the address of a name is not known; that of a URL with an address is. */
export function judgeProxied(url: URL, request: FetchRequest, options: FetcherOptions): void {
  if (isIP(hostOf(url)) !== 0) return judgeAddress(hostOf(url), url, request, options);
  if (url.protocol === 'http:' && options.allowHttp !== true) throw new StageFailure(HTTP_REFUSED);
}

const HTTP_REFUSED: Problem = {
  code: 'http-not-loopback',
  message: 'Plain HTTP is spoken to this machine only: on the way anybody could change the keys.',
  hint: 'Give the https URL, or --allow-http where the network is trusted.',
};
