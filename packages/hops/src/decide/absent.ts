import type { Evidence } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { byLb1Log, byLb1Page } from './lb1.ts';
import type { Finding, Stage } from './model.ts';

/** Kong's logs hold nothing of the request: LB1 answered (reference §10.3, row 6). */
export const absentFromKong: Stage = (evidence) => {
  const { trace, hasLb1, answer, lb1 } = evidence;
  if (!trace.given || trace.found) return undefined;
  // Kong's own mark on the answer: it was there, and the logs that were given are of another time or node.
  if (answer !== null && (answer.signs.requestId !== null || answer.signs.upstreamLatency !== null)) return undefined;
  if (hasLb1 === false) return answer?.status === null ? neverArrived(evidence) : undefined;
  if (answer?.meaning === 'waf') return byLb1Page(evidence, answer);
  const logged = lb1 === null ? undefined : byLb1Log(evidence, lb1);
  if (logged !== undefined) return logged;
  const paged = answer === null ? undefined : byLb1Page(evidence, answer);
  return paged ?? unknownPage(answer?.status ?? null);
};

function unknownPage(status: number | null): Finding {
  const because = reason('no-trace-in-kong', status === null ? 'nothing came' : `status ${status}`);
  if (status === null)
    return { hop: 'lb1', cause: 'lb1-no-backend', certainty: 'possible', or: ['lb1-denied'], because };
  if (status >= 500)
    return {
      hop: 'lb1',
      cause: 'lb1-no-backend',
      certainty: 'likely',
      or: ['lb1-bad-gateway', 'lb1-gave-up'],
      because,
    };
  if (status >= 300 && status < 400) return { hop: 'lb1', cause: 'lb1-redirect', certainty: 'likely', because };
  const byRule = (
    {
      401: 'lb1-auth-required',
      413: 'lb1-request-too-large',
      400: 'lb1-request-malformed',
      429: 'lb1-rate-limited',
    } as const
  )[status];
  return { hop: 'lb1', cause: byRule ?? 'lb1-denied', certainty: 'likely', or: ['lb1-denied'], because };
}

/** Nothing came, nothing was logged, and nobody stands in between. */
function neverArrived({ record }: Evidence): Finding | undefined {
  const error = record.client?.error ?? null;
  if (error !== 'timeout' && error !== 'closed without answer' && error !== 'connection reset') return undefined;
  return {
    hop: 'client',
    cause: 'kong-unreachable',
    certainty: error === 'timeout' ? 'likely' : 'possible',
    or: error === 'timeout' ? ['client-gave-up'] : ['client-too-slow', 'proxy-protocol-mismatch', 'tls-to-plain-port'],
    because: reason('no-trace-no-lb1'),
  };
}
