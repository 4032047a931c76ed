import type { ClientAnswer, Headers, SentRequest } from '../record/index.ts';
import { meaningOf, pageOf, productsOf } from '../tables/products/index.ts';
import type { Answer, Signs } from './model.ts';
import { ownAnswer } from './own-answer.ts';
import { headerOf, numberOf } from './text.ts';

/** Characters of a body that are looked at: pages and messages stand at its beginning. */
const MOST_READ = 65_536;

/** Reads the answer that the client got. */
export function readAnswer(client: ClientAnswer, request: SentRequest | null): Answer {
  const { headers, status } = client;
  const body = client.body.slice(0, MOST_READ);
  const signs = signsOf(headers);
  const head = request?.method === 'HEAD';
  const charsetAdded = /^text\/(?:html|plain); charset=UTF-8$/.test(headerOf(headers, 'content-type') ?? '');
  const own =
    status === null || status === 101
      ? null
      : ownAnswer({ status, headers, body: head ? null : body, touched: signs.any });
  const page = status === null || body === '' ? undefined : pageOf(body, status);
  return {
    status,
    signs,
    own,
    page: page ?? null,
    meaning: (page && meaningOf(page, status)) ?? null,
    products: productsOf(headers),
    charsetAdded,
    head,
  };
}

export function signsOf(headers: Headers): Signs {
  const found = {
    upstreamLatency: numberOf(headerOf(headers, 'x-kong-upstream-latency')),
    proxyLatency: numberOf(headerOf(headers, 'x-kong-proxy-latency')),
    responseLatency: numberOf(headerOf(headers, 'x-kong-response-latency')),
    admin: headerOf(headers, 'x-kong-admin-latency') !== null,
    requestId: headerOf(headers, 'x-kong-request-id'),
    via: /\bkong\/[\w.-]+|\b1\.1 kong\b/.exec(viasOf(headers))?.[0] ?? null,
    server: /^kong\/[\w.-]+/.exec(headerOf(headers, 'server') ?? '')?.[0] ?? null,
    upstreamStatus: numberOf(headerOf(headers, 'x-kong-upstream-status')),
  };
  return { ...found, any: Object.values(found).some((sign) => sign !== null && sign !== false) };
}

const viasOf = (headers: Headers): string =>
  headers
    .filter(([name]) => name === 'via')
    .map(([, value]) => value)
    .join(', ');
