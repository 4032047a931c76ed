import type { HopRecord } from '../record/index.ts';
import type { Trace } from './model.ts';
import { headerOf, numberOf } from './text.ts';

/** Joins what Kong's access log and its JSON entry say. The entry tells more, so it goes first. */
export function readTrace({ entry, entryGiven, accessLines }: HopRecord): Trace {
  const line = accessLines?.at(-1) ?? null;
  const upstreamStatuses = entry?.upstreamStatus ?? lineStatuses(line?.upstreamStatus ?? null);
  return {
    given: entryGiven || accessLines !== null,
    found: entry !== null || line !== null,
    status: entry?.status ?? line?.status ?? statusLeft(entry),
    requestId: entry?.requestId ?? line?.requestId ?? null,
    upstreamStatuses,
    tries: entry?.tries?.length ?? null,
    source: entry?.source ?? null,
    proxied: proxiedOf(entry, upstreamStatuses),
    bytes: line?.bytes ?? bytesOf(entry),
    endsInRetry: entry?.endsInRetry ?? line?.upstreamStatus?.at(-1) === '',
  };
}

/** Of an event that was cut off before its status: Kong wrote it, so it is what its last try ended with. */
function statusLeft(entry: HopRecord['entry']): number | null {
  if (entry === null || !entry.truncated || entry.source !== 'kong') return null;
  const last = entry.upstreamStatus?.at(-1);
  return last === '502' || last === '504' ? Number(last) : null;
}

const lineStatuses = (values: readonly string[] | null): readonly string[] | null =>
  values === null ? null : values.length === 1 && values[0] === '-' ? [] : values;

function proxiedOf(entry: HopRecord['entry'], statuses: readonly string[] | null): boolean | null {
  const proxy = entry?.latencies.proxy ?? null;
  if (proxy !== null) return proxy >= 0;
  if (statuses !== null && statuses.length > 0) return true;
  return null;
}

/** Of a status 9, all bytes are body. */
function bytesOf(entry: HopRecord['entry']): number | null {
  if (entry === null) return null;
  return entry.status === 9 ? entry.responseSize : numberOf(headerOf(entry.responseHeaders, 'content-length'));
}
