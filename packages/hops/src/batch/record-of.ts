import { isObject, type Json, type JsonObject } from '@why401/core/json';
import type { Gateway } from '@why401/kong/config';
import {
  compileFormat,
  entriesOf,
  maskHeaders,
  maskText,
  readAccessLines,
  readErrorLines,
  readLbLines,
  sourcesOf,
} from '../read/index.ts';
import type { Addresses, ClientAnswer, ClientError, Headers, HopRecord, SentRequest } from '../record/index.ts';
import type { HopCase } from './case.ts';
import { SHOWS, type View } from './view.ts';

/** The record of a case, as far as a view shows it. */
export function recordOf(one: HopCase, view: View, gateway: Gateway | null): HopRecord {
  const { seen } = one;
  const shown = (name: string): Json | undefined => (SHOWS[view].has(name) ? seen[name] : undefined);
  const format = compileFormat(formatOf(one.settings) ?? '');
  const errors = linesOf(shown('kongErrorLog'));
  const accesses = linesOf(shown('kongAccessLog'));
  const entry = shown('kongJson');
  return {
    id: one.id,
    request: one.request && requestOf(one.request),
    client: answerOf(shown('client')),
    errorLines: errors && readErrorLines(sourcesOf(errors, 'error.log')).lines,
    accessLines: accesses && readAccessLines(sourcesOf(accesses, 'access.log'), format ? [format] : []).lines,
    entry: isObject(entry) ? (entriesOf(entry)[0] ?? null) : null,
    entryGiven: entry !== undefined,
    lb1: balancer(shown('lb1Log'), 'lb1.log'),
    lb2: balancer(shown('lb2Log'), 'lb2.log'),
    gateway,
    kong: one.kong,
    settings: one.settings,
    addresses: addressesOf(one.addresses),
  };
}

const linesOf = (value: Json | undefined): readonly string[] | null =>
  Array.isArray(value) ? value.filter((line) => typeof line === 'string') : null;

/** A balancer without a line may be one whose log nobody has. */
function balancer(value: Json | undefined, file: string): HopRecord['lb1'] {
  const lines = linesOf(value);
  return lines === null || lines.length === 0 ? null : readLbLines(sourcesOf(lines, file)).lines;
}

/** `nginx_http_log_format` of kong.conf: a name, then the quoted format. */
function formatOf(settings: HopCase['settings']): string | undefined {
  const given = settings?.['nginx_http_log_format'];
  return given === undefined ? undefined : /'([^']*)'/.exec(given)?.[1];
}

const textAt = (object: JsonObject, name: string): string | null => {
  const value = object[name];
  return typeof value === 'string' ? value : null;
};
const numberAt = (object: JsonObject, name: string): number | null => {
  const value = object[name];
  return typeof value === 'number' ? value : null;
};

function headersAt(object: JsonObject): Headers {
  const value = object['headers'];
  const pairs = Array.isArray(value) ? value : [];
  return maskHeaders(
    pairs.flatMap((pair) =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
        ? [[pair[0].toLowerCase(), pair[1]] as const]
        : [],
    ),
  );
}

function requestOf(request: JsonObject): SentRequest {
  const raw = textAt(request, 'rawBase64');
  return {
    method: textAt(request, 'method') ?? 'GET',
    scheme: textAt(request, 'scheme') === 'https' ? 'https' : 'http',
    host: (textAt(request, 'host') ?? '').toLowerCase(),
    port: numberAt(request, 'port'),
    target: maskText(textAt(request, 'target') ?? '/'),
    headers: headersAt(request),
    bodyBytes: numberAt(request, 'bodyBytes'),
    httpVersion: textAt(request, 'httpVersion') ?? '1.1',
    rawBytes: raw === null ? null : bytesOf(raw),
  };
}

function answerOf(value: Json | undefined): ClientAnswer | null {
  if (!isObject(value)) return null;
  const base64 = textAt(value, 'bodyBase64');
  const connection = textAt(value, 'connection');
  return {
    status: numberAt(value, 'status'),
    reason: textAt(value, 'reason') ?? '',
    headers: headersAt(value),
    body: base64 === null ? (textAt(value, 'body') ?? '') : bytesOf(base64),
    bodyBytes: numberAt(value, 'bodyBytes'),
    elapsedMs: numberAt(value, 'elapsedMs'),
    error: textAt(value, 'error') as ClientError | null,
    httpVersion: textAt(value, 'httpVersion') ?? '1.1',
    leftOpen: connection === null ? null : connection === 'left open',
  };
}

/** One character (00–FF) for each byte; empty where it is no base64. */
function bytesOf(base64: string): string {
  const bytes = decodeBase64(base64);
  return bytes === undefined ? '' : bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.replace(/=+$/, '')) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return bytes;
}

function addressesOf(addresses: JsonObject): Addresses {
  return {
    lb1: textAt(addresses, 'lb1'),
    kong: textAt(addresses, 'kong'),
    lb2: textAt(addresses, 'lb2'),
    server: textAt(addresses, 'server'),
  };
}
