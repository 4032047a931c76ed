import type { Place } from '@why401/core';
import type { HopRecord } from '../record/index.ts';

/** One piece of what was read, masked, and where it stands. */
export interface EvidenceLine {
  readonly from: 'client' | 'error-log' | 'access-log' | 'json' | 'lb1-log' | 'lb2-log';
  readonly text: string;
  readonly place: Place | null;
  /** So many lines say the same. */
  readonly times: number;
}

/** What a verdict rests on, each log's lines with those that repeat counted. */
export function evidenceOf(record: HopRecord): readonly EvidenceLine[] {
  const { client, errorLines, accessLines, entry, lb1, lb2 } = record;
  return [
    ...(client === null ? [] : [line('client', clientText(client))]),
    ...grouped(
      'error-log',
      (errorLines ?? []).map(({ message, raw, place }) => ({ key: message, text: raw, place })),
    ),
    ...(accessLines ?? []).map(({ raw, place }) => line('access-log', raw, place)),
    ...(entry === null ? [] : [line('json', entryText(entry), entry.place)]),
    ...grouped(
      'lb1-log',
      (lb1 ?? []).map(({ raw, place }) => ({ key: raw, text: raw, place })),
    ),
    ...grouped(
      'lb2-log',
      (lb2 ?? []).map(({ raw, place }) => ({ key: raw, text: raw, place })),
    ),
  ];
}

const line = (from: EvidenceLine['from'], text: string, place: Place | null = null): EvidenceLine => ({
  from,
  text,
  place,
  times: 1,
});

interface Keyed {
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}

function grouped(from: EvidenceLine['from'], lines: readonly Keyed[]): readonly EvidenceLine[] {
  const groups = new Map<string, { first: Keyed; times: number }>();
  for (const one of lines) {
    const group = groups.get(one.key);
    if (group === undefined) groups.set(one.key, { first: one, times: 1 });
    else group.times++;
  }
  return [...groups.values()].map(({ first: { text, place }, times }) => ({ from, text, place, times }));
}

function clientText({ status, reason, error, headers, elapsedMs }: NonNullable<HopRecord['client']>): string {
  const told = ['server', 'via', 'x-kong-upstream-latency', 'x-kong-response-latency', 'x-kong-request-id'];
  const shown = headers.filter(([name]) => told.includes(name)).map(([name, value]) => `${name}: ${value}`);
  const head = status === null ? 'no answer' : `${status}${reason === '' ? '' : ` ${reason}`}`;
  return [head, ...(error === null ? [] : [error]), ...(elapsedMs === null ? [] : [`${elapsedMs} ms`]), ...shown].join(
    '; ',
  );
}

function entryText(entry: NonNullable<HopRecord['entry']>): string {
  const { status, source, upstreamStatus, tries, latencies, truncated } = entry;
  const parts = [
    `response.status ${status ?? '?'}`,
    ...(source === null ? [] : [`source ${source}`]),
    ...(upstreamStatus === null ? [] : [`upstream_status "${upstreamStatus.join(', ')}"`]),
    ...(tries === null ? [] : [`${tries.length} ${tries.length === 1 ? 'try' : 'tries'}`]),
    ...(latencies.proxy === null ? [] : [`latencies.proxy ${latencies.proxy}`]),
    ...(latencies.request === null ? [] : [`latencies.request ${latencies.request}`]),
    ...(truncated ? ['cut off'] : []),
  ];
  return parts.join(', ');
}
