import type { Evidence, SignedLine } from '../../evidence/index.ts';
import { headerOf } from '../../evidence/index.ts';

const isTimerOrOther = (status: number | null): boolean => status === 502 || status === 504;

const BODY: ReadonlySet<string> = new Set(['U-TO-BODY', 'U-FIN-BODY', 'U-RST-BODY', 'U-CHUNK', 'U-TO-WS']);

/** The last exchange that failed before its header was there. */
export const failureLine = ({ lines }: Evidence): SignedLine | undefined =>
  lines.failures.findLast(({ signature }) => !BODY.has(signature.code));

/** Whether Kong wrote the answer because its exchange with the upstream failed (reference §4.2, §10.3 row 12). */
export function exchangeFailed(evidence: Evidence): boolean {
  const { trace, record, answer } = evidence;
  if (trace.endsInRetry) return true;
  const { entry } = record;
  if (trace.source === 'kong') return failedBySource(evidence);
  if (trace.source === 'upstream') {
    const length = headerOf(entry?.responseHeaders ?? null, 'content-length');
    return entry?.upstreamStatusIsNumber === true && isTimerOrOther(trace.status) && length === null;
  }
  if (!isTimerOrOther(trace.status ?? answer?.status ?? null)) return hasRetryLine(evidence);
  if (trace.proxied === false || answer?.signs.responseLatency != null) return false;
  const own = answer?.own;
  if (own?.texts.some(({ afterProxying }) => afterProxying) && own.shape !== 'table') return true;
  if (failureLine(evidence) === undefined) return false;
  const asked = trace.upstreamStatuses?.length;
  return asked === undefined || evidence.lines.failures.length >= asked;
}

function failedBySource({ trace }: Evidence): boolean {
  const statuses = trace.upstreamStatuses ?? [];
  const last = statuses.at(-1);
  if (last === undefined) return (trace.tries ?? 0) > 0;
  return isTimerOrOther(Number(last)) && Number(last) === trace.status;
}

const hasRetryLine = ({ lines, trace, answer }: Evidence): boolean =>
  lines.decisive?.signature.code === 'B-RETRY' && (trace.status ?? answer?.status ?? null) === 503;
