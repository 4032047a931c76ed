import type { Evidence } from '../evidence/index.ts';
import { headerOf, lineOf, numberOf } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { insideKong } from './kong.ts';
import { byLb1Log, byLb1Page } from './lb1.ts';
import type { Finding, Stage } from './model.ts';

/**
 * Whether the answer that the client got is the one that Kong sent; null where there is nothing to compare.
 * Same status and request id; where there is no id, same length and type.
 */
export function isKongs(evidence: Evidence): boolean | null {
  const { answer, trace, record, lb1 } = evidence;
  if (answer === null || answer.status === null || trace.status === null) return null;
  if (answer.status !== trace.status) return false;
  const id = answer.signs.requestId ?? answer.own?.requestId ?? null;
  if (id !== null && trace.requestId !== null) return id === trace.requestId || answer.signs.any;
  if (answer.signs.any) return true;
  if (lb1?.layer === 4) return true;
  return sameShape(evidence) ?? (record.client?.headers.some(([name]) => name === 'server') === false ? true : null);
}

function sameShape({ record, trace, answer }: Evidence): boolean | undefined {
  const sent = record.entry?.responseHeaders ?? null;
  const got = record.client?.headers ?? [];
  if (answer?.own?.requestId != null) return true;
  const length = sent === null ? trace.bytes : numberOf(headerOf(sent, 'content-length'));
  const came = numberOf(headerOf(got, 'content-length')) ?? record.client?.bodyBytes ?? null;
  if (length === null || came === null) return undefined;
  if (sent === null) return length === came;
  const mime = (text: string | null): string => (text ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return length === came && mime(headerOf(sent, 'content-type')) === mime(headerOf(got, 'content-type'));
}

/** LB1 exists, Kong knows the request, and the answer is not Kong's (reference §10.3, row 10). */
export const replacedByLb1: Stage = (evidence) => {
  const { hasLb1, trace, answer, lb1 } = evidence;
  if (hasLb1 === false || trace.status === null || answer === null) return undefined;
  if (answer.status === null) return brokenOff(evidence);
  if (isKongs(evidence) !== false) return undefined;
  const data = { kong: String(trace.status), client: String(answer.status) };
  const because = reason('lb1-answered-instead', data);
  if (lb1?.own === 'timeout')
    return { hop: 'lb1', cause: 'lb1-gave-up', certainty: 'certain', or: ['client-gave-up'], because };
  if (trace.status < 400 && answer.status >= 500 && refusesHeader(lb1))
    return {
      hop: 'lb1',
      cause: 'upstream-invalid-header',
      certainty: 'likely',
      or: ['lb1-bad-gateway', 'upstream-header-too-big', 'lb1-gave-up'],
      because: reason('lb1-log', lb1?.at.code ?? lb1?.at.flags ?? ''),
    };
  const cut = trace.status < 400 && answer.status >= 500 ? cutBody(evidence) : undefined;
  if (cut !== undefined) return { ...cut, hop: 'lb1', certainty: 'likely', because: reason('lb1-replaced-page', data) };
  if (trace.status < 400 && answer.status >= 502 && answer.status <= 504 && lb1?.own == null)
    return {
      hop: 'lb1',
      cause: 'lb1-gave-up',
      certainty: answer.status === 504 ? 'certain' : 'likely',
      or: ['lb1-bad-gateway', 'upstream-invalid-header', 'client-gave-up'],
      because,
    };
  if (answer.meaning === 'waf') return byLb1Page(evidence, answer);
  return (
    originalFailure(evidence, data) ??
    (lb1 === null ? undefined : softened(byLb1Log(evidence, lb1))) ??
    byLb1Page(evidence, answer)
  );
};

/** The body broke off behind Kong, and an LB1 that waits for the whole of it wrote a page of its own (Varnish). */
function cutBody(evidence: Evidence): Finding | undefined {
  const inner = insideKong(false)({ ...evidence, answer: null });
  return inner?.cause === 'truncated-response' || inner?.cause === 'upstream-body-timeout' ? inner : undefined;
}

/** LB1 takes Kong's answer for broken, though Kong took it for good: only its header can be that. */
const refusesHeader = (lb1: Evidence['lb1']): boolean =>
  lb1?.own === 'invalid-header' ||
  (lb1?.own === 'bad-gateway' && lb1.product === 'haproxy' && /^P/.test(lb1.at.flags ?? ''));

/** The cause is Kong's, the page LB1's. */
function originalFailure(
  evidence: Evidence,
  data: { readonly kong: string; readonly client: string },
): Finding | undefined {
  const { trace, answer } = evidence;
  const status = trace.status ?? 0;
  if (status < 400) return undefined;
  const alike = status === answer?.status || (status >= 500 && (answer?.status ?? 0) >= 500);
  const own = evidence.lb1?.own ?? null;
  if (!alike && own !== null) return undefined;
  const inner = insideKong(false)({ ...evidence, answer: null });
  if (inner === undefined) return undefined;
  return { ...inner, hop: 'lb1', certainty: 'likely', because: reason('lb1-replaced-page', data) };
}

const softened = (found: Finding | undefined): Finding | undefined =>
  found?.certainty === 'certain' ? { ...found, certainty: 'likely' } : found;

/** Nothing came, though Kong had an answer: a layer-4 LB1 closed, or broke off. */
function brokenOff(evidence: Evidence): Finding | undefined {
  const { record, lb1, trace, lines } = evidence;
  const error = record.client?.error;
  if (error !== 'closed without answer' && error !== 'connection reset') return undefined;
  if (lineOf(lines, 'C-TIMEOUT') !== undefined || trace.status === 408) return undefined;
  const certainty = lb1?.own === 'timeout' ? 'certain' : 'likely';
  return { hop: 'lb1', cause: 'lb1-gave-up', certainty, or: ['client-gave-up'], because: reason('no-answer', error) };
}
