import type { Problem } from '../facts/index.ts';
import { type Json, parseJson } from '../json/index.ts';
import { MAX_COMMAND } from '../limits/index.ts';
import { readCurl } from './curl/index.ts';
import { isKongYaml, jsonKind, pemKind } from './documents.ts';
import {
  type Header,
  headerValue,
  readHar,
  readHeaderBlock,
  readRawRequest,
  readRawResponses,
  readVerbose,
  requestOfHeaders,
  splitUrl,
} from './http/index.ts';
import { tokensOfJson } from './json-tokens.ts';
import type { FoundToken, PastedRequest, PastedResponse, PasteKind, Stripping } from './model.ts';
import { readPowerShell } from './powershell/request.ts';
import { tokensOfRequest } from './request-tokens.ts';

/** What a paste was found to be; tokens of requests are collected later. */
export interface Recognised {
  readonly kind: PasteKind;
  readonly requests?: readonly PastedRequest[];
  readonly responses?: readonly PastedResponse[];
  readonly tokens?: readonly FoundToken[];
  readonly problems?: readonly Problem[];
}

type Recogniser = (text: string) => Recognised | undefined;

/** In this order: what has the clearest mark goes first. */
const RECOGNISERS: readonly Recogniser[] = [
  json,
  verbose,
  rawRequest,
  rawResponse,
  command,
  kongYaml,
  headerLines,
  pem,
  url,
];

export function recognise(text: string): Recognised | undefined {
  for (const recogniser of RECOGNISERS) {
    const recognised = recogniser(text);
    if (recognised !== undefined) return recognised;
  }
  return undefined;
}

/** A HAR has more members than a token may; its size is limited all the same. */
const NO_MEMBER_LIMIT = { members: Number.POSITIVE_INFINITY };

function json(text: string): Recognised | undefined {
  const first = text[0];
  if (first !== '{' && first !== '[') return undefined;
  const value = parseJson(text, NO_MEMBER_LIMIT);
  if (value === undefined) return undefined;
  const har = readHar(value);
  if (har !== undefined) return { kind: isWholeHar(value) ? 'har' : 'request', ...har };
  if (isSerialization(value)) {
    return { kind: 'token', tokens: [{ text, place: { from: 0, to: text.length }, source: 'bare', stripped: [] }] };
  }
  const kind = jsonKind(value);
  if (kind !== undefined) return { kind };
  const tokens = tokensOfJson(value, text);
  return tokens.length === 0 && !Array.isArray(value) ? { kind: 'json' } : { kind: 'json', tokens };
}

const isWholeHar = (value: Json): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, 'log');

/** RFC 7515 §7.2, RFC 7516 §7.2 */
function isSerialization(value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const has = (name: string): boolean => Object.hasOwn(value, name);
  return (
    (has('payload') && (has('signature') || has('signatures'))) ||
    (has('ciphertext') && (has('protected') || has('recipients') || has('iv')))
  );
}

function verbose(text: string): Recognised | undefined {
  const read = readVerbose(text);
  return read === undefined ? undefined : { kind: read.requests.length > 0 ? 'request' : 'response', ...read };
}

function rawRequest(text: string): Recognised | undefined {
  const read = readRawRequest(text, 'raw-http');
  if (read === undefined) return undefined;
  const responses = readRawResponses(text.slice(read.rest), 0) ?? [];
  return { kind: 'request', requests: [read.request], responses, problems: read.request.problems };
}

function rawResponse(text: string): Recognised | undefined {
  const responses = readRawResponses(text);
  return responses === undefined ? undefined : { kind: 'response', responses };
}

function command(text: string): Recognised | undefined {
  if (text.length > MAX_COMMAND) return undefined;
  const requests = readPowerShell(text) ?? readCurl(text);
  if (requests === undefined) return undefined;
  return { kind: 'request', requests, problems: requests.flatMap((request) => request.problems) };
}

function kongYaml(text: string): Recognised | undefined {
  return isKongYaml(text) ? { kind: 'kong-config' } : undefined;
}

/** Names that stand in the headers of requests; one of them must be there. */
const KNOWN = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'host',
  ':authority',
  ':path',
  'user-agent',
  'x-api-key',
  'apikey',
];

/** Header lines without a request line, as a browser's panel gives them. */
function headerLines(text: string): Recognised | undefined {
  const { headers, problems, bodyAt } = readHeaderBlock(text, 0);
  if (problems.length > 0 || !KNOWN.some((name) => headerValue(headers, name) !== undefined)) return undefined;
  const body = text.slice(bodyAt).trim();
  const request = requestOfHeaders(headers, body === '' ? undefined : body);
  const tokens = tokensOfRequest(request, text).map(
    (token): FoundToken => ({ ...token, stripped: [...token.stripped, HEADER_NAME] }),
  );
  if (tokens.length === 0 || !isOnlyToken(headers, body)) return { kind: 'request', requests: [request] };
  return { kind: 'token', requests: [request], tokens };
}

const HEADER_NAME: Stripping = { what: 'header-name', count: 1 };

function isOnlyToken(headers: readonly Header[], body: string): boolean {
  return headers.length === 1 && /^authorization$/i.test(headers[0]?.[0] ?? '') && body === '';
}

function pem(text: string): Recognised | undefined {
  const kind = pemKind(text);
  return kind === undefined ? undefined : { kind };
}

function url(text: string): Recognised | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined;
  const { scheme, host, port, target } = splitUrl(text);
  const headers: readonly Header[] =
    host === undefined ? [] : [['Host', port === undefined ? host : `${host}:${port}`]];
  const request: PastedRequest = {
    from: 'url',
    method: 'GET',
    scheme,
    host,
    port,
    target,
    headers,
    body: undefined,
    problems: [],
  };
  return { kind: 'url', requests: [request] };
}
