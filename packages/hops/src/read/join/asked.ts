import type { Problem } from '@why401/core';
import type { AccessLine, ClientAnswer, ErrorLine, LogEntry } from '../../record/index.ts';
import type { Exchange } from '../answer/index.ts';
import type { Asked, Material } from './model.ts';

/** The exchange that is asked about: the last that failed, else the last. */
export function exchangeOf(exchanges: readonly Exchange[], requestId: string | null): Exchange | null {
  const named = requestId === null ? undefined : exchanges.findLast(({ answer }) => idOf(answer) === requestId);
  return named ?? exchanges.findLast(({ answer }) => hasFailed(answer)) ?? exchanges.at(-1) ?? null;
}

const hasFailed = (answer: ClientAnswer | null): boolean =>
  answer !== null && (answer.error !== null || answer.status === null || answer.status >= 400);

/** The id that Kong gave the request: in a header from 3.5, in the body of its own answers. */
export function idOf(answer: ClientAnswer | null): string | null {
  const header = answer?.headers.find(([name]) => name === 'x-kong-request-id')?.[1];
  return header ?? /"request_id"\s*:\s*"([0-9a-f]{32})"/.exec(answer?.body ?? '')?.[1] ?? null;
}

/** Which request of the logs is meant; null where they hold none that could be. */
export function askedOf(material: Material, exchange: Exchange | null, requestId: string | null): Asked | null {
  const id = requestId ?? idOf(exchange?.answer ?? null);
  if (id !== null)
    return completed({ ...NOBODY, how: requestId === null ? 'answer' : 'request-id', requestId: id }, material);
  const all = candidates(material);
  const date = dateOf(exchange?.answer ?? null);
  // Of several alike, the clock of the answer tells which.
  const near = all.filter((one) => isAround(one, date));
  const seen = near.length > 0 ? near : all;
  if (exchange?.request != null) {
    const { method, target } = exchange.request;
    const status = exchange.answer?.status ?? null;
    const same = seen.filter((one) => one.method === method && one.target === target);
    const found =
      newest(same.filter((one) => status === null || one.status === status)) ??
      newest(same) ??
      (mayBeUnread(status) ? unreadable(seen) : null);
    return found === null ? null : completed({ ...found, how: 'answer' }, material);
  }
  const status = exchange?.answer?.status ?? null;
  const failing = seen.filter(({ failed }) => failed);
  const found = newest(
    status === null ? failing : failing.filter((one) => one.status === status || one.status === null),
  );
  if (found !== null && (exchange === null || near.length > 0 || date === null))
    return completed({ ...found, how: exchange === null ? 'newest-failure' : 'answer' }, material);
  const only = onlyOne(near.length > 0 || date === null ? seen : []);
  return only === null ? null : completed({ ...only, how: 'only-one' }, material);
}

/** A Date header has whole seconds, and is written before the last byte; machines' clocks differ by a little. */
const CLOCK_SLACK = 10_000;
/** error.log has local time without its zone: zones differ by multiples of this. */
const ZONE_STEP = 15 * 60_000;

const dateOf = (answer: ClientAnswer | null): number | null => {
  const text = answer?.headers.find(([name]) => name === 'date')?.[1];
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
};

/** Whether an answer with this Date may be that of a line; what is not known contradicts nothing. */
function isAround({ from, to, isZoned }: Candidate, date: number | null): boolean {
  if (date === null) return true;
  const [start, end] = [from ?? to, to ?? from];
  if (start === null || end === null) return true;
  const off = date < start ? start - date : Math.max(date - end, 0);
  if (off <= CLOCK_SLACK) return true;
  const rest = off % ZONE_STEP;
  return !isZoned && (rest <= CLOCK_SLACK || rest >= ZONE_STEP - CLOCK_SLACK);
}

/** The logs are of one request alone, and its time fits: it is the one. */
function onlyOne(seen: readonly Candidate[]): Candidate | null {
  const keys = new Set(
    seen.map(({ requestId, client, method, target }) => requestId ?? [client, method, target].join(' ')),
  );
  return keys.size === 1 ? newest(seen) : null;
}

/** Why the logs, or none of the requests in them, were used; null where they were, or hold no request at all. */
export function whyNotUsed(material: Material, exchange: Exchange | null, asked: Asked | null): Problem | null {
  const all = candidates(material);
  if (all.length === 0 || exchange === null) return null;
  if (asked !== null) return idNotThere(all, asked);
  const { request, answer } = exchange;
  const date = dateOf(answer);
  const what = [
    ...(request === null ? [] : [`${request.method} ${request.target}`]),
    ...(answer?.status == null ? [] : [`status ${answer.status}`]),
    ...(date === null ? [] : [`Date ${new Date(date).toISOString().slice(11, 19)}Z`]),
  ].join(', ');
  return {
    code: 'logs-not-joined',
    message: `none of the requests in these logs is that of the answer${what === '' ? '' : ` (${what})`}: they were not used`,
    hint: 'Name it with --request-id, or give the request too (curl -v shows it).',
  };
}

function idNotThere(all: readonly Candidate[], { how, requestId }: Asked): Problem | null {
  const known = all.filter((one) => one.requestId !== null);
  if (how !== 'answer' || requestId === null || known.length === 0) return null;
  if (known.some((one) => one.requestId === requestId)) return null;
  return {
    code: 'id-not-in-logs',
    message: `the logs hold nothing with the id of this answer (${requestId}): they are of another time or another node`,
    hint: 'Look on every node of Kong, and in the rotated files.',
  };
}

/** What comes of a request that Kong could not read: its 400, a load balancer's page for that, or nothing. */
const mayBeUnread = (status: number | null): boolean => status === null || status === 400 || status >= 500;

/** Lines of one event may bear times that differ by so much. */
const SAME_EVENT = 2000;

/**
 * What Kong could not read as a request has no path to know it by: TLS on a plain port, a missing PROXY header. It is
 * the one that is asked about only where nothing came after it.
 */
function unreadable(seen: readonly Candidate[]): Candidate | null {
  const last = newest(seen);
  const garbage = newest(seen.filter(({ isGarbage }) => isGarbage));
  return last !== null && garbage !== null && (garbage.to ?? 0) >= (last.to ?? 0) - SAME_EVENT ? garbage : null;
}

const NOBODY: Asked = {
  how: 'newest-failure',
  requestId: null,
  method: null,
  target: null,
  client: null,
  connection: null,
  from: null,
  to: null,
};

interface Candidate extends Asked {
  readonly status: number | null;
  readonly failed: boolean;
  /** No request could be read: TLS on a plain port, a PROXY header that is missing. */
  readonly isGarbage: boolean;
  /** Its time has a zone. */
  readonly isZoned: boolean;
}

function candidates({ entries, accesses, errors }: Material): readonly Candidate[] {
  return [
    ...(entries ?? []).map(ofEntry),
    ...(accesses ?? []).map(ofAccess),
    ...(errors ?? []).filter(({ client }) => client !== null).map(ofError),
  ];
}

const isFailure = (status: number | null): boolean => status !== null && (status >= 400 || status < 100);

function ofEntry(entry: LogEntry): Candidate {
  const { requestId, method, uri, clientIp, startedAt, latencies, status } = entry;
  const to = startedAt === null ? null : startedAt + Math.max(latencies.request ?? 0, 0);
  const failed = isFailure(status) || (entry.source === 'kong' && (entry.tries?.length ?? 0) > 0);
  return {
    ...NOBODY,
    requestId,
    method,
    target: uri || null,
    client: clientIp,
    from: startedAt,
    to,
    status,
    failed,
    isGarbage: false,
    isZoned: true,
  };
}

function ofAccess({ requestId, request, method, target, client, at, requestTime, status }: AccessLine): Candidate {
  const to = at?.ms ?? null;
  const from = to === null ? null : to - (requestTime ?? 0) * 1000;
  const isGarbage = request.startsWith('\\x16\\x03');
  const isZoned = at?.zoned ?? false;
  const failed = isFailure(status);
  return { ...NOBODY, requestId, method, target, client, from, to, status, failed, isGarbage, isZoned };
}

const URGENT = new Set(['error', 'crit', 'alert', 'emerg']);

function ofError({ requestId, request, message, client, at, worker, connection, level }: ErrorLine): Candidate {
  const [, method = null, target = null] = /^(\S+) (\S+)/.exec(request ?? '') ?? [];
  const link = connection === null ? null : `${worker}*${connection}`;
  const times = { from: at.ms, to: at.ms };
  const isGarbage = message.includes('PROXY protocol') || (request?.startsWith('\x16\x03') ?? false);
  return {
    ...NOBODY,
    requestId,
    method,
    target,
    client,
    connection: link,
    ...times,
    status: null,
    failed: URGENT.has(level),
    isGarbage,
    isZoned: at.zoned,
  };
}

/** By its time, not by its line: clocks and buffers put lines out of order. */
function newest(seen: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const one of seen) if (best === null || (one.to ?? 0) >= (best.to ?? 0)) best = one;
  return best;
}

/** Takes from every line with the same id what the first did not say. */
function completed(asked: Asked, material: Material): Asked {
  if (asked.requestId === null) return asked;
  const same = candidates(material).filter(({ requestId }) => requestId === asked.requestId);
  const first = <K extends keyof Asked>(name: K): Asked[K] =>
    asked[name] ?? same.find((one) => one[name] !== null)?.[name] ?? asked[name];
  const times = [asked, ...same];
  const starts = times.flatMap(({ from }) => from ?? []);
  const ends = times.flatMap(({ to }) => to ?? []);
  return {
    ...asked,
    method: first('method'),
    target: first('target'),
    client: first('client'),
    connection: first('connection'),
    from: starts.length === 0 ? null : Math.min(...starts),
    to: ends.length === 0 ? null : Math.max(...ends),
  };
}
