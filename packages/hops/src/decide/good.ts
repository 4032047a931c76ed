import { type Evidence, hasLine, headerOf, lineOf, numberOf } from '../evidence/index.ts';
import type { LogEntry } from '../record/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { type Alternative, first, type Stage } from './model.ts';
import { blocked } from './server.ts';

/** Statuses below 400 that the upstream sent (reference §10.3, rows 15 and 17; §10.6). */
export const upgraded: Stage = (evidence) => {
  const { trace, answer, record, lines, service } = evidence;
  if ((trace.status ?? answer?.status) !== 101) return undefined;
  const idle = lineOf(lines, 'U-TO-WS');
  const lasted = record.entry?.latencies.request ?? null;
  const ended = record.client?.error === 'closed after upgrade';
  const timed = lasted !== null && service?.readTimeout != null && lasted >= service.readTimeout;
  if (idle === undefined && !ended && !timed) return undefined;
  const certainty = idle === undefined ? 'likely' : 'certain';
  return { hop: 'kong', cause: 'websocket-idle-timeout', certainty, because: reason('upgraded') };
};

const bodyLines: Stage = ({ lines }) => {
  const stalled = lineOf(lines, 'U-TO-BODY');
  if (stalled !== undefined)
    return {
      hop: 'kong',
      cause: 'upstream-body-timeout',
      certainty: 'certain',
      because: reason('upstream-line', stalled.line.message),
      places: [stalled.line.place],
    };
  const cut = lineOf(lines, 'U-FIN-BODY', 'U-RST-BODY', 'U-CHUNK');
  if (cut !== undefined)
    return {
      // With buffered proxying Kong had not begun to answer, and wrote a body of its own.
      hop: cut.line.subrequest === null ? 'server' : 'kong',
      cause: 'truncated-response',
      certainty: 'certain',
      because: reason('upstream-line', cut.line.message),
      places: [cut.line.place],
    };
  return undefined;
};

const moreThanLength: Stage = ({ lines }) => {
  const more = lineOf(lines, 'U-MORE');
  if (more === undefined) return undefined;
  return {
    hop: 'server',
    cause: 'upstream-more-than-length',
    certainty: 'certain',
    or: ['ok'],
    because: reason('upstream-line', more.line.message),
    places: [more.line.place],
  };
};

const incomplete: Stage = (evidence) => {
  const { record, lines } = evidence;
  if (record.client?.error !== 'incomplete body') return undefined;
  const stalled = !lines.given && isStall(evidence);
  return stalled
    ? {
        hop: 'kong',
        cause: 'upstream-body-timeout',
        certainty: 'possible',
        or: ['truncated-response'],
        because: reason('body-cut', 'after a stall'),
      }
    : {
        hop: 'server',
        cause: 'truncated-response',
        certainty: 'likely',
        or: ['upstream-body-timeout'],
        because: reason('body-cut', 'at once'),
      };
};

/** A timer of the Service fits, where it is known; else any pause. */
function isStall({ record, service, answer }: Evidence): boolean {
  const after =
    (record.client?.elapsedMs ?? 0) - (answer?.signs.upstreamLatency ?? 0) - (answer?.signs.proxyLatency ?? 0);
  const timer = service?.readTimeout ?? null;
  return timer === null ? after > STALL_MS : after >= timer - 20;
}

const STALL_MS = 250;

/** Timers fire up to this long after the set time. */
const SLACK_MS = 60;

/** From the entry alone: a pause as long as read_timeout, or fewer bytes than promised. */
const cutByEntry: Stage = ({ record, lines, service, answer, method }) => {
  const { entry } = record;
  if (entry === null || lines.given || answer !== null || method === 'HEAD') return undefined;
  const pause = unexplained(entry.latencies);
  const timer = service?.readTimeout ?? null;
  if (pause !== null && timer !== null && pause >= timer - 2 && pause <= timer + SLACK_MS)
    return {
      hop: 'kong',
      cause: 'upstream-body-timeout',
      certainty: 'likely',
      or: ['truncated-response', 'ok'],
      because: reason('body-cut', `after ${pause} ms`),
    };
  // The last chunk never passed Kong's filters, which would have set `receive`.
  if (pause !== null && pause >= PAUSE_MS && entry.latencies.receive === 0)
    return {
      hop: 'server',
      cause: 'truncated-response',
      certainty: 'likely',
      or: ['upstream-body-timeout', 'ok'],
      because: reason('body-cut', `after ${pause} ms`),
    };
  const promised = numberOf(headerOf(entry.responseHeaders, 'content-length'));
  if (
    promised === null ||
    entry.responseSize === null ||
    entry.responseSize >= promised + headerBytes(entry.responseHeaders ?? [])
  )
    return undefined;
  return {
    hop: 'server',
    cause: 'truncated-response',
    certainty: 'likely',
    or: ['upstream-body-timeout', 'ok'],
    because: reason('body-cut', `${promised} bytes were promised`),
  };
};

const PAUSE_MS = 10;

/** Milliseconds of the request that no part of it accounts for; Kong up to 3.6 has no `receive`. */
function unexplained({ request, kong, proxy, receive }: LogEntry['latencies']): number | null {
  if (request === null || kong === null || proxy === null) return null;
  return receive === null ? null : Math.max(receive, request - kong - proxy);
}

/** Bytes of a header as nginx writes it, less those that the entry does not show (`Date`): a lower bound. */
const headerBytes = (headers: readonly (readonly [string, string])[]): number =>
  headers.reduce(
    (sum, [name, value]) => sum + name.length + value.length + ': \r\n'.length,
    'HTTP/1.1 200 OK\r\n\r\n'.length,
  );

const SLOW_MS = 1000;

const well: Stage = (evidence) => {
  const { trace, record, answer, lines, hasLb1 } = evidence;
  const status = trace.status ?? answer?.status ?? null;
  if (status === null || status >= 400) return undefined;
  const tries = trace.tries ?? trace.upstreamStatuses?.length ?? null;
  const because = reason('answered-well', String(status));
  if (tries !== null && tries > 1)
    return { hop: 'server', cause: 'hidden-retry', certainty: 'certain', because: reason('more-tries', String(tries)) };
  if (tries === null && lines.failures.length > 0)
    return {
      hop: 'server',
      cause: 'hidden-retry',
      certainty: 'likely',
      because: reason('more-tries', `${lines.failures.length + 1}`),
    };
  const waited = record.entry?.latencies.proxy ?? answer?.signs.upstreamLatency ?? record.client?.elapsedMs ?? 0;
  const hidden: readonly Alternative[] = tries === null ? ['hidden-retry'] : [];
  const unseen: readonly Alternative[] = lines.given && hasLine(lines, 'U-MORE') ? [] : ['upstream-more-than-length'];
  const patient: readonly Alternative[] = answer === null && hasLb1 !== false ? ['client-gave-up'] : [];
  return waited >= SLOW_MS
    ? { hop: 'server', cause: 'slow-ok', certainty: 'likely', or: ['ok', ...patient, ...hidden], because }
    : { hop: 'server', cause: 'ok', certainty: 'likely', or: ['slow-ok', ...hidden, ...unseen, ...patient], because };
};

export const belowFourHundred: Stage = (evidence) => {
  const status = evidence.trace.status ?? evidence.answer?.status ?? null;
  return status === null || status >= 400
    ? undefined
    : first(blocked, bodyLines, moreThanLength, incomplete, cutByEntry, well)(evidence);
};
