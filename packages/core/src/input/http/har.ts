import type { Problem } from '../../facts/index.ts';
import { isObject, type Json, type JsonObject } from '../../json/index.ts';
import type { PastedRequest, PastedResponse } from '../model.ts';
import type { Header } from './message.ts';
import { splitUrl } from './raw-url.ts';

export interface Har {
  readonly requests: readonly PastedRequest[];
  readonly responses: readonly PastedResponse[];
  readonly problems: readonly Problem[];
}

/** A whole HAR (`log.entries`), one entry, or a bare `request` of one. Undefined where it is none. */
export function readHar(value: Json): Har | undefined {
  if (!isObject(value)) return undefined;
  const entries = entriesOf(value);
  if (entries === undefined) return undefined;
  const requests: PastedRequest[] = [];
  const responses: PastedResponse[] = [];
  for (const entry of entries) {
    const request = isObject(entry.request) ? readRequest(entry.request) : undefined;
    if (request !== undefined) requests.push(request);
    const response = isObject(entry.response)
      ? readResponse(entry.response, request === undefined ? -1 : requests.length - 1)
      : undefined;
    if (response !== undefined) responses.push(response);
  }
  return { requests, responses, problems: sanitised(requests) };
}

function entriesOf(value: JsonObject): readonly JsonObject[] | undefined {
  const log = value.log;
  if (isObject(log) && Array.isArray(log.entries)) return (log.entries as readonly Json[]).filter(isObject);
  if (isObject(value.request) && isHarRequest(value.request)) return [value];
  return isHarRequest(value) ? [{ request: value }] : undefined;
}

const isHarRequest = (value: JsonObject): boolean =>
  typeof value.method === 'string' && typeof value.url === 'string' && Array.isArray(value.headers);

function readRequest(request: JsonObject): PastedRequest | undefined {
  if (!isHarRequest(request)) return undefined;
  const { scheme, host, port, target } = splitUrl(request.url as string);
  const all = pairs(request.headers);
  const authority = all.find(([name]) => name.toLowerCase() === ':authority')?.[1];
  const headers = all.filter(([name]) => !name.startsWith(':'));
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
  const body = isObject(request.postData) ? request.postData.text : undefined;
  return {
    from: 'har',
    method: request.method as string,
    scheme,
    host,
    port,
    target,
    headers: authority === undefined || hasHost ? headers : [['Host', authority], ...headers],
    body: typeof body === 'string' ? body : undefined,
    problems: [],
  };
}

function readResponse(response: JsonObject, request: number): PastedResponse | undefined {
  const { status, statusText, httpVersion, headers, content } = response;
  if (typeof status !== 'number') return undefined;
  const text = isObject(content) && content.encoding === undefined ? content.text : undefined;
  return {
    status,
    reason: typeof statusText === 'string' ? statusText : '',
    version: typeof httpVersion === 'string' ? httpVersion.replace(/^HTTP\//i, '') : '',
    headers: pairs(headers).filter(([name]) => !name.startsWith(':')),
    body: typeof text === 'string' ? text : undefined,
    request,
  };
}

function pairs(value: Json | undefined): readonly Header[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).filter(isObject).flatMap(({ name, value: text }): Header[] => {
    return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : [];
  });
}

const CREDENTIALS = ['authorization', 'cookie'];

/** Browsers leave credentials out of what they export unless they are asked to put them in. */
function sanitised(requests: readonly PastedRequest[]): readonly Problem[] {
  const hasOne = requests.some(({ headers }) => headers.some(([name]) => CREDENTIALS.includes(name.toLowerCase())));
  if (hasOne || requests.length === 0) return [];
  const message = 'no request in this HAR has an Authorization or Cookie header';
  const hint = 'Chrome exports without them; choose “Export HAR (with sensitive data)”, or copy the request as cURL.';
  return [{ code: 'har-without-credentials', message, hint }];
}
