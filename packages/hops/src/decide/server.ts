import type { Evidence } from '../evidence/index.ts';
import { headerOf, lineOf } from '../evidence/index.ts';
import type { Headers } from '../record/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { byLb2Log, byLb2Page, lb2Doubts, pageSeen, waitedFor } from './lb2.ts';
import type { Alternative, Finding, Stage } from './model.ts';

/** A status of 400 and above that came from behind Kong (reference §10.3, rows 18 and 19). */
export const behindKong: Stage = (evidence) => {
  const { hasLb2, lb2 } = evidence;
  const status = evidence.trace.status ?? evidence.answer?.status ?? null;
  if (status === null) return undefined;
  const known = ofTlsPort(evidence, status) ?? blocked(evidence);
  if (known !== undefined) return known;
  if (hasLb2 === false || lb2?.layer === 4 || passedOn(evidence)) return byServer(evidence, status);
  const logged = lb2?.status === null || lb2?.status === status ? byLb2Log(evidence, status) : undefined;
  return logged ?? byLb2Page(evidence, status) ?? byServer(evidence, status, true);
};

/** LB2's log says so; a line that several products write alike does not, where the page is that of another. */
function passedOn(evidence: Evidence): boolean {
  const { lb2 } = evidence;
  if (lb2?.passedOn !== true) return false;
  const seen = pageSeen(evidence);
  return lb2.product !== 'combined' || seen?.page.role !== 'balancer' || seen.page.product === 'nginx';
}

/** A block page that came through Kong. */
export function blocked(evidence: Evidence): Finding | undefined {
  const seen = pageSeen(evidence);
  if (seen?.meaning !== 'waf') return undefined;
  const body = evidence.answer?.page != null;
  return {
    hop: evidence.hasLb2 === false ? 'server' : 'lb2',
    cause: 'waf-blocked',
    certainty: body ? 'likely' : 'possible',
    or: body ? ['server-answered'] : ['ok', 'server-answered', 'slow-ok'],
    because: reason('waf-page'),
  };
}

/** 400 of a TLS port that was spoken to in plain HTTP, or of one that wants a certificate. */
function ofTlsPort(evidence: Evidence, status: number): Finding | undefined {
  if (status !== 400 && status !== 403) return undefined;
  const { answer, service, record, hasLb2, lb2 } = evidence;
  const seen = pageSeen(evidence);
  const hop = hasLb2 === true && seen?.page.product !== 'go' && lb2?.layer === 7 ? 'lb2' : 'server';
  if (seen?.meaning === 'plain-to-tls')
    return { hop, cause: 'plain-http-to-tls-upstream', certainty: 'likely', because: reason('plain-to-tls-page') };
  if (seen?.meaning === 'certificate-required')
    return { hop, cause: 'tls-client-certificate-required', certainty: 'likely', because: reason('certificate-page') };
  // Go's answer has no header at all.
  const headers = record.entry?.responseHeaders ?? null;
  if (answer !== null || headers === null || status !== 400 || service?.protocol !== 'http') return undefined;
  const bare = ['content-type', 'content-length', 'date'].every((name) => headerOf(headers, name) === null);
  if (!bare) return undefined;
  const because = reason('plain-to-tls-page');
  return { hop, cause: 'plain-http-to-tls-upstream', certainty: 'likely', or: ['server-answered'], because };
}

/** Statuses that a limit of the server writes as well as its application. */
const DOUBTFUL: ReadonlySet<number> = new Set([400, 408, 413, 414, 431, 503, 504]);
const LARGE_BODY = 1024;

/** The application, or a limit of its web server (reference §10.7, row 10). */
export function byServer(evidence: Evidence, status: number, undecided = false): Finding {
  const { record, hasLb2 } = evidence;
  const doubts: readonly Alternative[] = undecided && hasLb2 !== false ? lb2Doubts(status) : [];
  const base: Finding = {
    hop: 'server',
    cause: 'server-answered',
    certainty: DOUBTFUL.has(status) || undecided || !saidSo(evidence, status) ? 'likely' : 'certain',
    or: doubts,
    because: reason('server-status', String(status)),
  };
  const limit = (cause: Finding['cause'], first: boolean): Finding =>
    first
      ? { ...base, cause, certainty: 'likely', or: ['server-answered', ...doubts] }
      : { ...base, or: [cause, ...doubts] };
  const sent = record.request?.bodyBytes ?? record.entry?.requestSize ?? 0;
  if (pageSeen(evidence)?.meaning === 'header-too-large') return limit('server-request-header-too-large', true);
  if (status === 413) return limit('server-request-body-too-large', sent >= LARGE_BODY || cutOff(evidence));
  if (status === 431) return limit('server-request-header-too-large', isBare(evidence));
  if (status === 503) return limit('server-timeout', timedOut(evidence));
  return base;
}

/** A log shows that this very status came from behind Kong, and was not made of another by a plugin. */
const saidSo = ({ trace, lb2 }: Evidence, status: number): boolean =>
  trace.upstreamStatuses?.at(-1) === String(status) || (lb2?.passedOn === true && lb2.status === status);

const TIME_WORDS = /time(?:d)?[ -]?out|too long|deadline/i;

/** A limit of time takes its time; who says so at once has another reason. */
const LIMIT_MS = 200;

function timedOut(evidence: Evidence): boolean {
  const { record } = evidence;
  if (TIME_WORDS.test(record.client?.body ?? '')) return true;
  const headers = record.entry?.responseHeaders ?? record.client?.headers ?? [];
  return waitedFor(evidence) >= LIMIT_MS && !hasApplication(headers);
}

/** Headers that a server adds to no answer by itself. */
const hasApplication = (headers: Headers): boolean =>
  headers.some(([name]) => /^(?:x-request-id|x-powered-by|etag|set-cookie|cache-control|retry-after)$/.test(name));

/** Go's and Node's own refusals have no header of an application. */
function isBare({ record, answer }: Evidence): boolean {
  if (answer !== null && !answer.head) {
    const { body, headers } = record.client ?? { body: '', headers: [] };
    if (/^431 Request Header Fields Too Large\s*$/.test(body)) return true;
    return body === '' && headerOf(headers, 'content-type') === null;
  }
  const headers = record.entry?.responseHeaders ?? [];
  return headerOf(headers, 'date') === null && headerOf(headers, 'content-length') === null && !hasApplication(headers);
}

const cutOff = ({ lines }: Evidence): boolean => lineOf(lines, 'U-RST-BODY', 'U-FIN-BODY', 'U-EPIPE') !== undefined;
