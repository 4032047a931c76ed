import type { Evidence } from '../../evidence/index.ts';
import { causeRow } from '../../tables/causes/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Finding, Stage } from '../model.ts';
import { classOf502, classOf504 } from './class.ts';
import { exchangeFailed, failureLine } from './failed.ts';
import { lineCause } from './special.ts';

export { exchangeFailed, failureLine } from './failed.ts';
export { LINE_CAUSES, type LineCause } from './line-causes.ts';
export { isSentOnce, lineCause } from './special.ts';

/** The exchange with the upstream failed: its line tells how, else what is left of the class. */
export const upstreamFailure: Stage = (evidence) =>
  exchangeFailed(evidence) ? (byLine(evidence) ?? byClass(evidence)) : undefined;

export function byLine(evidence: Evidence): Finding | undefined {
  const { lines } = evidence;
  const signed =
    lines.decisive?.signature.code === 'B-RETRY' ? lines.decisive : (failureLine(evidence) ?? lines.failures.at(-1));
  if (signed === undefined) return undefined;
  const found = lineCause(signed, evidence);
  if (found === undefined) return undefined;
  const hop = found.cause === 'truncated-response' ? 'kong' : causeRow(found.cause).hop;
  return { hop, ...found, because: reason('upstream-line', signed.line.message), places: [signed.line.place] };
}

function byClass(evidence: Evidence): Finding {
  const { trace, answer } = evidence;
  if (trace.endsInRetry)
    return {
      hop: 'kong',
      cause: 'pool-emptied-during-retry',
      certainty: 'certain',
      because: reason('balancer-gave-up'),
    };
  const status = trace.status ?? answer?.status ?? null;
  // Buffered proxying: the header had come, the body was cut.
  if (status !== null && status < 400)
    return {
      hop: 'kong',
      cause: 'truncated-response',
      certainty: 'certain',
      or: ['upstream-body-timeout'],
      because: reason('body-cut', 'buffered'),
    };
  const { causes, certainty } = status === 504 ? classOf504(evidence) : classOf502(evidence);
  const [cause = 'upstream-refused', ...or] = causes;
  const told = trace.found ? `${status}, ${trace.tries ?? '?'} tries` : `${status}`;
  const because = trace.found ? reason('upstream-failed-without-line', told) : reason('kong-class', `${status}`);
  return { hop: 'kong', cause, certainty, or, because, ...(trace.found ? {} : { whole: true as const }) };
}
