import type { PastedRequest } from '../model.ts';
import { type Header, headerValue, readHeaderBlock } from './message.ts';
import { splitUrl } from './raw-url.ts';

/** Method, target, version (RFC 9112 §3); a browser leaves the version out of what it copies for HTTP/2. */
const REQUEST_LINE = /^([A-Z][A-Z-]{1,19})[ \t]+(\S+)[ \t]+HTTP\/[0-9](?:\.[0-9])?[ \t]*$/;

export interface ReadRequest {
  readonly request: PastedRequest;
  /** Where the text after the request begins, if something that is no body follows. */
  readonly rest: number;
}

/** `GET /x HTTP/1.1` and what follows. Undefined where the text does not begin so. */
export function readRawRequest(text: string, from: PastedRequest['from']): ReadRequest | undefined {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  const line = text.slice(Math.max(start, 0), end < 0 ? text.length : end).replace(/\r$/, '');
  const [, method, target] = REQUEST_LINE.exec(line) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const block = readHeaderBlock(text, end < 0 ? text.length : end + 1);
  const answer = answerAt(text, block.bodyAt);
  const body = text.slice(block.bodyAt, answer).replace(/^\s+$/, '');
  const request = withHost(from, method, target, block.headers, body === '' ? undefined : body);
  return { request: { ...request, problems: block.problems }, rest: answer };
}

/** A stream that was saved whole has the answer right after the request. */
function answerAt(text: string, from: number): number {
  const answer = /^HTTP\/[0-9](?:\.[0-9])? [0-9]{3}/m;
  const found = answer.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
}

/** Header lines alone, HTTP/2 pseudo-headers among them. */
export function requestOfHeaders(headers: readonly Header[], body?: string): PastedRequest {
  const pseudo = (name: string): string | undefined => headerValue(headers, `:${name}`);
  const real = headers.filter(([name]) => !name.startsWith(':'));
  const authority = pseudo('authority');
  const hasHost = headerValue(real, 'host') !== undefined;
  const all: readonly Header[] = authority === undefined || hasHost ? real : [['Host', authority], ...real];
  const request = withHost('headers', pseudo('method') ?? 'GET', pseudo('path') ?? '/', all, body);
  const scheme = pseudo('scheme');
  return scheme === 'http' || scheme === 'https' ? { ...request, scheme } : request;
}

/** Host and port come from an absolute target, else from the `Host` header. */
export function withHost(
  from: PastedRequest['from'],
  method: string,
  target: string,
  headers: readonly Header[],
  body: string | undefined,
): PastedRequest {
  const absolute = /^https?:\/\//i.test(target) ? splitUrl(target) : undefined;
  const named = headerValue(headers, 'host');
  const at = absolute ?? (named === undefined ? undefined : splitUrl(named));
  return {
    from,
    method,
    scheme: absolute?.scheme,
    host: at?.host,
    port: at?.port,
    target: absolute?.target ?? target,
    headers,
    body,
    problems: [],
  };
}
