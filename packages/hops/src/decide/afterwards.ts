import type { Evidence } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import type { Finding, Stage } from './model.ts';

const quota = (headers: readonly (readonly [string, string])[]): boolean =>
  headers.some(([name]) => /^x-ratelimit-(?:remaining|limit)-/.test(name));

/** A plugin of Kong changed what the upstream had answered (reference §10.3, rows 13 and 16). */
export const changedAfterwards: Stage = (evidence) => {
  const { trace, record } = evidence;
  const last = trace.upstreamStatuses?.at(-1);
  if (last === undefined || trace.status === null || !/^\d{3}$/.test(last) || Number(last) === trace.status)
    return undefined;
  const headers = record.entry?.responseHeaders ?? record.client?.headers ?? [];
  if (trace.source === null && trace.status >= 500 && Number(last) >= 500) return undefined;
  return replaced(evidence, trace.status, last, quota(headers));
};

export function replaced({ trace }: Evidence, status: number, upstream: string, limited: boolean): Finding {
  if (status === 429 && limited)
    return {
      hop: 'kong',
      cause: 'plugin-response-ratelimiting',
      certainty: 'certain',
      or: ['plugin-response-replaced'],
      because: reason('quota-used-up'),
      plugin: 'response-ratelimiting',
    };
  return {
    hop: 'kong',
    cause: 'plugin-response-replaced',
    certainty: trace.source === 'upstream' ? 'certain' : 'likely',
    because: reason('changed-afterwards', { upstream, kong: String(status) }),
  };
}

export const hasQuota = quota;
