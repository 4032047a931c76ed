import type { AccessLine, ErrorLine, LogEntry } from '../../record/index.ts';
import type { Asked } from './model.ts';

/** error.log has whole seconds, and a line is written a little after what it tells of. */
const SLACK = 1500;

const within = (ms: number, { from, to }: Asked, slack: number = SLACK): boolean =>
  from !== null && ms >= from - slack && ms <= (to ?? from) + slack;

const linkOf = ({ worker, connection }: ErrorLine): string | null =>
  connection === null ? null : `${worker}*${connection}`;

function sameRequest({ request }: ErrorLine, { method, target }: Asked): boolean {
  if (request === null || method === null || target === null) return true;
  return request === `${method} ${target}` || request.startsWith(`${method} ${target} `);
}

/** Health checks run in timers, beside the requests. */
const isTimer = ({ client, message }: ErrorLine): boolean =>
  client === null && (message.includes('context: ngx.timer') || message.includes('[healthcheck'));

/**
 * The lines of one request: those with its id; those of the same connection without an id (a line may end after
 * `client:`); without any id those of the same client, request and time. Timers around it belong to the picture.
 */
export function errorLinesOf(errors: readonly ErrorLine[], asked: Asked, entry: LogEntry | null): readonly ErrorLine[] {
  const named = asked.requestId === null ? [] : errors.filter(({ requestId }) => requestId === asked.requestId);
  const span = spanOf(asked, named);
  const peers = peersOf(named, entry);
  const links = new Set([asked.connection, ...named.map(linkOf)].filter((link) => link !== null));
  return errors.filter((line) => {
    if (line.requestId !== null && asked.requestId !== null) return line.requestId === asked.requestId;
    if (isTimer(line)) return within(line.at.ms, span) && peers.some((peer) => line.message.includes(peer));
    if (!within(line.at.ms, span) || !sameRequest(line, asked)) return false;
    const link = linkOf(line);
    if (links.size > 0) return link !== null && links.has(link);
    return line.client !== null && line.client === asked.client && fits(line, entry);
  });
}

/** Whether a line that only the client's address ties to a request can be of it. */
function fits({ message, request }: ErrorLine, entry: LogEntry | null): boolean {
  if (request !== null) return true;
  if (/closed keepalive connection/.test(message)) return false;
  return entry?.tries == null || entry.tries.length > 0 || !/upstream/.test(message);
}

/** Names and addresses behind which the request was to be answered. */
function peersOf(named: readonly ErrorLine[], entry: LogEntry | null): readonly string[] {
  const tried = (entry?.tries ?? []).map(({ ip, port }) => `${ip}:${port}`);
  const logged = named.flatMap(({ upstream }) => /^\w+:\/\/([^/]+)/.exec(upstream ?? '')?.[1] ?? []);
  return [...new Set([...tried, ...logged, ...(entry?.service?.host ? [entry.service.host] : [])])];
}

function spanOf(asked: Asked, named: readonly ErrorLine[]): Asked {
  const times = named.map(({ at }) => at.ms);
  if (times.length === 0) return asked;
  return {
    ...asked,
    from: Math.min(asked.from ?? Number.POSITIVE_INFINITY, ...times),
    to: Math.max(asked.to ?? 0, ...times),
  };
}

export function accessLinesOf(accesses: readonly AccessLine[], asked: Asked): readonly AccessLine[] {
  if (asked.requestId !== null) {
    const named = accesses.filter(({ requestId }) => requestId === asked.requestId);
    if (named.length > 0 || accesses.some(({ requestId }) => requestId !== null)) return named;
  }
  const alike = accesses.filter(
    ({ at, client, method, target }) =>
      at !== null &&
      within(at.ms, asked) &&
      same(client, asked.client) &&
      same(method, asked.method) &&
      same(target, asked.target),
  );
  const last = nearest(alike, ({ at }) => at?.ms ?? 0, asked.to);
  return last === undefined ? [] : [last];
}

export function entryOf(entries: readonly LogEntry[], asked: Asked): LogEntry | null {
  if (asked.requestId !== null) {
    const named = entries.findLast(({ requestId }) => requestId === asked.requestId);
    if (named !== undefined || entries.some(({ requestId }) => requestId !== null)) return named ?? null;
  }
  const alike = entries.filter(
    ({ startedAt, clientIp, method, uri }) =>
      (startedAt === null || within(startedAt, asked)) &&
      same(clientIp, asked.client) &&
      same(method, asked.method) &&
      same(uri, asked.target),
  );
  return nearest(alike, ({ startedAt }) => startedAt ?? 0, asked.from) ?? null;
}

/** What is not known on one side contradicts nothing. */
const same = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

export function nearest<T>(items: readonly T[], timeOf: (item: T) => number, ms: number | null): T | undefined {
  if (ms === null) return items.at(-1);
  const distance = (item: T): number => Math.abs(timeOf(item) - ms);
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || distance(item) < distance(best) ? item : best),
    undefined,
  );
}
