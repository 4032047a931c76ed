import { readTime } from '../text/index.ts';
import type { Values } from './format.ts';
import { looksLikeAddresses, looksLikeId, looksLikeStatuses, variableOf } from './names.ts';

const TIME = /\[([^\]"]{10,40})\]/;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const STATUS = / (\d{3}) (\d+|-)(?=\s|$)/y;
/** `us="502, 502"`, `uct=-, -`, `kong_request_id: "…"` */
const NAMED = /([A-Za-z_@][\w.-]*)(?:=|: (?="))(?:"((?:[^"\\]|\\.)*)"|([^\s",]*(?:(?:, | : )[^\s",=:]+(?=[\s,]|$))*))/y;
const BARE = /\S+/y;

/**
 * Reads a line whose format nobody told: a time in brackets, the request in quotes, status and size behind it, then
 * what stands under a name, or can be nothing else by its shape. Undefined where these first three are not there.
 */
export function readFree(line: string): Values | undefined {
  const time = TIME.exec(line);
  if (time === null || readTime(time[1] ?? '') === null) return undefined;
  const values = new Map([['time_local', time[1] ?? '']]);
  const before = line.slice(0, time.index).trim();
  const client = /^\S+/.exec(before)?.[0];
  if (client !== undefined) values.set('remote_addr', client);
  const quote = line.indexOf('"', time.index + time[0].length);
  if (quote < 0) return undefined;
  QUOTED.lastIndex = quote;
  const request = QUOTED.exec(line);
  if (request === null) return undefined;
  STATUS.lastIndex = QUOTED.lastIndex;
  const status = STATUS.exec(line);
  if (status === null) return undefined;
  values.set('request', request[1] ?? '');
  values.set('status', status[1] ?? '');
  values.set('body_bytes_sent', status[2] ?? '');
  readRest(line, STATUS.lastIndex, values);
  return values;
}

/** Referrer and user agent: the first two values in quotes without a name. */
const COMBINED = 2;

function readRest(line: string, from: number, values: Map<string, string>): void {
  let unnamed = 0;
  for (let at = from; at < line.length; ) {
    if (line[at] === ' ') {
      at++;
      continue;
    }
    NAMED.lastIndex = at;
    const named = NAMED.exec(line);
    if (named !== null) {
      putNamed(values, named[1] ?? '', named[2] ?? named[3] ?? '');
      at = NAMED.lastIndex;
      continue;
    }
    const pattern = line[at] === '"' ? QUOTED : BARE;
    pattern.lastIndex = at;
    const value = pattern.exec(line);
    if (value === null) return;
    if (pattern === BARE || unnamed++ >= COMBINED) putUnnamed(values, value[1] ?? value[0]);
    at = pattern.lastIndex;
  }
}

function putNamed(values: Map<string, string>, key: string, value: string): void {
  const name = variableOf(key);
  if (name === undefined || values.has(name)) return;
  // `ua` is the user agent in some formats.
  if (name === 'upstream_addr' && !looksLikeAddresses(value)) return;
  if (name === 'upstream_status' && !looksLikeStatuses(value)) return;
  values.set(name, value);
}

function putUnnamed(values: Map<string, string>, value: string): void {
  if (value === '-') return;
  if (looksLikeId(value)) putFirst(values, 'kong_request_id', value);
  else if (looksLikeStatuses(value)) putFirst(values, 'upstream_status', value);
  else if (looksLikeAddresses(value)) putFirst(values, 'upstream_addr', value);
}

function putFirst(values: Map<string, string>, name: string, value: string): void {
  if (!values.has(name)) values.set(name, value);
}
