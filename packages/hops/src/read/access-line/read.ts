import type { Place } from '@why401/core';
import { isObject, parseJson } from '@why401/core/json';
import type { AccessLine } from '../../record/index.ts';
import type { Source } from '../text/index.ts';
import { maskText, readTime } from '../text/index.ts';
import { type LogFormat, readFormat, type Values } from './format.ts';
import { readFree } from './free.ts';
import { readJsonAccess } from './json.ts';

/**
 * One line of an access log: in one of the formats that were told, as JSON, or in any format that begins as nginx's
 * `combined` does. Null where it is none.
 */
export function readAccessLine(text: string, place: Place, formats: readonly LogFormat[] = []): AccessLine | null {
  for (const format of formats) {
    const values = readFormat(format, text);
    const line = values === undefined ? null : toLine(values, text, place);
    if (line !== null) return line;
  }
  const values = text.startsWith('{') ? readJson(text) : readFree(text);
  return values === undefined ? null : toLine(values, text, place);
}

export interface AccessLines {
  readonly lines: readonly AccessLine[];
  /** Lines that are no access log's. */
  readonly strange: readonly Source[];
}

export function readAccessLines(sources: readonly Source[], formats: readonly LogFormat[] = []): AccessLines {
  const lines: AccessLine[] = [];
  const strange: Source[] = [];
  for (const source of sources) {
    const line = readAccessLine(source.text, source.place, formats);
    if (line === null) strange.push(source);
    else lines.push(line);
  }
  return { lines, strange };
}

function readJson(text: string): Values | undefined {
  const value = parseJson(text);
  return isObject(value) ? readJsonAccess(value) : undefined;
}

const REQUEST = /^(\S+) (\S.*?)(?: HTTP\/(\d(?:\.\d)?))?$/;

function toLine(values: Values, text: string, place: Place): AccessLine | null {
  const status = Number(values.get('status'));
  if (!/^\d{1,3}$/.test(values.get('status') ?? '') || Number.isNaN(status)) return null;
  const request = maskText(values.get('request') ?? requestOf(values));
  const [, method, target, httpVersion] = REQUEST.exec(request) ?? [];
  const time = values.get('time_local');
  return {
    at: time === undefined ? null : readTime(time),
    client: values.get('remote_addr') ?? null,
    request,
    method: method !== undefined && /^[A-Za-z-]+$/.test(method) ? method : null,
    target: method !== undefined && /^[A-Za-z-]+$/.test(method) ? (target ?? null) : null,
    httpVersion: httpVersion ?? null,
    status,
    bytes: numberOf(values.get('body_bytes_sent')),
    requestId: idOf(values.get('kong_request_id') ?? values.get('request_id')),
    upstreamStatus: listOf(values.get('upstream_status')),
    upstreamAddress: listOf(values.get('upstream_addr')),
    connectTime: listOf(values.get('upstream_connect_time')),
    headerTime: listOf(values.get('upstream_header_time')),
    responseTime: listOf(values.get('upstream_response_time')),
    requestTime: numberOf(values.get('request_time')),
    place,
    raw: maskText(text),
  };
}

const requestOf = (values: Values): string =>
  [values.get('request_method') ?? '-', values.get('request_uri') ?? values.get('uri') ?? '-', protocolOf(values)]
    .filter((part) => part !== '')
    .join(' ');

const protocolOf = (values: Values): string => values.get('server_protocol') ?? '';

const idOf = (value: string | undefined): string | null =>
  value === undefined || value === '-' || value === '' ? null : value;

const numberOf = (value: string | undefined): number | null =>
  value !== undefined && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;

/** `502, 502 : 200`: a redirect inside nginx is written with a colon. */
const listOf = (value: string | undefined): readonly string[] | null =>
  value === undefined || value === '' ? null : value.split(/, | : /);
