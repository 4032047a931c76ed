import type { Place } from '@why401/core';
import { isObject, type JsonObject, member } from '@why401/core/json';
import type { Headers, LogEntry, LoggedRoute, LoggedService, Try } from '../../record/index.ts';
import { type CredentialNames, maskHeaders, maskParameters, maskText } from '../text/index.ts';
import { booleanAt, listAt, numberAt, objectAt, textAt } from './values.ts';

/** Members that only Kong's log entry has (`kong/pdk/log.lua`, 2.8.5 to 3.9.3). */
export function isEntry(value: JsonObject): boolean {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  if (has('latencies') && (has('request') || has('response'))) return true;
  return has('response') && has('request') && (has('tries') || has('upstream_uri') || has('started_at'));
}

export interface EntryOptions {
  readonly truncated?: boolean;
  /** Names under which this gateway takes credentials, besides the usual ones. */
  readonly credentials?: CredentialNames;
}

/**
 * Kong's log entry as `kong.log.serialize` makes it (Kong 2.8.5 to 3.9.3), credentials masked. Kong itself masks only
 * `authorization` and `proxy-authorization`.
 */
export function readEntry(
  value: JsonObject,
  place: Place,
  { truncated = false, credentials }: EntryOptions = {},
): LogEntry {
  const request = objectAt(value, 'request');
  const response = objectAt(value, 'response');
  const latencies = objectAt(value, 'latencies');
  const source = textAt(value, 'source');
  return {
    requestId: textAt(request, 'id'),
    method: textAt(request, 'method'),
    uri: masked(textAt(request, 'uri'), credentials),
    url: masked(textAt(request, 'url'), credentials),
    requestHeaders: headersAt(request, credentials),
    requestSize: numberAt(request, 'size'),
    tls: objectAt(request, 'tls') !== undefined,
    status: numberAt(response, 'status'),
    responseHeaders: headersAt(response, credentials),
    responseSize: numberAt(response, 'size'),
    upstreamUri: masked(textAt(value, 'upstream_uri'), credentials),
    ...upstreamStatus(value),
    latencies: {
      kong: numberAt(latencies, 'kong'),
      proxy: numberAt(latencies, 'proxy'),
      receive: numberAt(latencies, 'receive'),
      request: numberAt(latencies, 'request'),
    },
    tries: listAt(value, 'tries')?.filter(isObject).map(toTry) ?? null,
    source: source === 'kong' || source === 'upstream' ? source : null,
    service: toService(objectAt(value, 'service')),
    route: toRoute(objectAt(value, 'route')),
    consumer: nameOf(objectAt(value, 'consumer')),
    authenticated: objectAt(value, 'authenticated_entity') !== undefined,
    clientIp: textAt(value, 'client_ip'),
    startedAt: numberAt(value, 'started_at'),
    truncated,
    place,
  };
}

const masked = (text: string | null, credentials: CredentialNames | undefined): string | null =>
  text === null ? null : maskText(maskParameters(text, credentials));

function headersAt(message: JsonObject | undefined, credentials: CredentialNames | undefined): Headers | null {
  const headers = objectAt(message, 'headers');
  if (headers === undefined) return null;
  const pairs = Object.entries(headers).flatMap(([name, value]): Headers => {
    const values = Array.isArray(value) ? value : [value];
    return values.map((one) => [name.toLowerCase(), typeof one === 'string' ? one : JSON.stringify(one)] as const);
  });
  return maskHeaders(pairs, credentials);
}

type Upstream = Pick<LogEntry, 'upstreamStatus' | 'upstreamStatusIsNumber' | 'endsInRetry'>;

/** A string with one element for each try; with buffered proxying a number, or empty after an I/O failure. */
function upstreamStatus(value: JsonObject): Upstream {
  const given = member(value, 'upstream_status');
  const isNumber = typeof given === 'number';
  const text = textAt(value, 'upstream_status');
  if (text === null) return { upstreamStatus: null, upstreamStatusIsNumber: false, endsInRetry: false };
  const list = text.split(/, | : /).map((one) => one.trim());
  return {
    upstreamStatus: list.filter((one) => one !== ''),
    upstreamStatusIsNumber: isNumber,
    endsInRetry: /\d : $/.test(text),
  };
}

function toTry(value: JsonObject): Try {
  return {
    ip: textAt(value, 'ip'),
    port: numberAt(value, 'port'),
    state: textAt(value, 'state'),
    code: numberAt(value, 'code'),
  };
}

function toService(value: JsonObject | undefined): LoggedService | null {
  if (value === undefined) return null;
  return {
    id: textAt(value, 'id'),
    name: textAt(value, 'name'),
    protocol: textAt(value, 'protocol'),
    host: textAt(value, 'host'),
    port: numberAt(value, 'port'),
    path: textAt(value, 'path'),
    retries: numberAt(value, 'retries'),
    connectTimeout: numberAt(value, 'connect_timeout'),
    writeTimeout: numberAt(value, 'write_timeout'),
    readTimeout: numberAt(value, 'read_timeout'),
    tlsVerify: booleanAt(value, 'tls_verify'),
  };
}

function toRoute(value: JsonObject | undefined): LoggedRoute | null {
  if (value === undefined) return null;
  return {
    id: textAt(value, 'id'),
    name: textAt(value, 'name'),
    protocols: (listAt(value, 'protocols') ?? []).filter((one) => typeof one === 'string'),
    serviceId: textAt(objectAt(value, 'service'), 'id'),
    responseBuffering: booleanAt(value, 'response_buffering'),
    requestBuffering: booleanAt(value, 'request_buffering'),
  };
}

const nameOf = (consumer: JsonObject | undefined): string | null =>
  textAt(consumer, 'username') ?? textAt(consumer, 'custom_id') ?? textAt(consumer, 'id');
