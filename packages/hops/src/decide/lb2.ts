import type { Evidence, LoggedPage } from '../evidence/index.ts';
import type { Cause } from '../tables/causes/index.ts';
import type { Meaning } from '../tables/products/index.ts';
import { reason } from '../tables/reasons/index.ts';
import type { Alternative, Finding } from './model.ts';

const CAUSES: Readonly<Partial<Record<string, Cause>>> = {
  'no-backend': 'lb2-no-backend',
  'bad-gateway': 'lb2-bad-gateway',
  'invalid-header': 'lb2-bad-gateway',
  'not-http': 'lb2-bad-gateway',
  'tls-to-plain': 'lb2-bad-gateway',
  timeout: 'lb2-timeout',
  denied: 'lb2-denied',
  'rate-limited': 'lb2-denied',
  'auth-required': 'lb2-denied',
  malformed: 'lb2-denied',
  'slow-client': 'lb2-denied',
  redirect: 'lb2-denied',
  'too-large': 'lb2-request-too-large',
  'header-too-large': 'lb2-denied',
  'unknown-host': 'lb2-unknown-host',
  waf: 'waf-blocked',
};

/** The page that came from behind Kong: seen by the client, or by its header alone. */
export const pageSeen = ({ answer, loggedPage }: Evidence): LoggedPage | null =>
  answer?.page ? { page: answer.page, meaning: answer.meaning } : answer === null || answer.head ? loggedPage : null;

/** LB2's log says that it answered by itself. */
export function byLb2Log(evidence: Evidence, status: number): Finding | undefined {
  const { lb2, answer } = evidence;
  if (lb2 === null || lb2.own === null || lb2.own === 'client-left') return undefined;
  const places = [lb2.at.place];
  const told = [lb2.product, lb2.at.flags, lb2.status, lb2.at.code].filter((part) => part !== null);
  const base = { hop: 'lb2', because: reason('lb2-log', told.join(' ')), places } as const;
  if (lb2.plainToTls || lb2.own === 'plain-to-tls')
    return { ...base, cause: 'plain-http-to-tls-upstream', certainty: 'certain' };
  if (lb2.own === 'certificate-required')
    return { ...base, cause: 'tls-client-certificate-required', certainty: 'certain' };
  const silent = lb2.product === 'nginx' && lb2.own === 'denied' && lb2.at.kind === 'access';
  if (silent && (status === 404 || status === 421 || status === 403)) return { ...unknownHost(status), ...base };
  const cause = lb2.own === 'answered' ? undefined : CAUSES[lb2.own];
  if (cause !== undefined)
    return { ...base, cause, certainty: answer === null ? 'likely' : 'certain', or: alike(cause) };
  const byStatus = CAUSES[String({ 502: 'bad-gateway', 503: 'no-backend', 504: 'timeout' }[status] ?? 'denied')];
  return { ...base, cause: byStatus ?? 'lb2-denied', certainty: 'likely', or: ['server-answered'] };
}

type Doubted = Pick<Finding, 'hop' | 'cause' | 'certainty' | 'or'>;

/** nginx answers by a rule or by its default host, and writes the same line. */
const unknownHost = (status: number): Doubted => {
  const [cause, other] = status === 403 ? HOST_LAST : HOST_FIRST;
  return { hop: 'lb2', cause, certainty: 'possible', or: [other, 'server-answered'] };
};
const HOST_FIRST = ['lb2-unknown-host', 'lb2-denied'] as const;
const HOST_LAST = ['lb2-denied', 'lb2-unknown-host'] as const;

function alike(cause: Cause): readonly Alternative[] {
  const io: readonly Cause[] = ['lb2-no-backend', 'lb2-timeout', 'lb2-bad-gateway'];
  if (io.includes(cause)) return io.filter((one) => one !== cause);
  return cause === 'lb2-denied' ? ['lb2-unknown-host'] : [];
}

/** A page of a balancer that came through Kong; LB2's log is missing or undecided. */
export function byLb2Page(evidence: Evidence, status: number): Finding | undefined {
  const { lb2 } = evidence;
  const seen = pageSeen(evidence);
  if (seen?.page.role !== 'balancer' || seen.meaning === null) return undefined;
  const { product } = seen.page;
  const because = reason('lb2-page', product);
  // Under the name of another product it stands further back.
  if (lb2 !== null && lb2.product !== 'combined' && lb2.product !== product) return undefined;
  if (product === 'nginx' || product === 'openresty') {
    if (lb2 !== null && lb2.passedOn !== null) return undefined;
    const doubted = nginxPage(evidence, status);
    return doubted && { ...doubted, because };
  }
  const cause = CAUSES[varied(product, seen.meaning, status, evidence)];
  return cause && { hop: 'lb2', cause, certainty: 'likely', or: [...alike(cause), 'server-answered'], because };
}

/** nginx is as often the server as it is a balancer: only what a server seldom says by itself is LB2's. */
function nginxPage({ hasLb2 }: Evidence, status: number): Doubted | undefined {
  switch (status) {
    case 502:
      return {
        hop: 'lb2',
        cause: 'lb2-no-backend',
        certainty: 'likely',
        or: ['lb2-bad-gateway', 'lb2-timeout', 'server-answered'],
      };
    case 504:
      return {
        hop: 'lb2',
        cause: 'lb2-timeout',
        certainty: 'likely',
        or: ['lb2-no-backend', 'lb2-bad-gateway', 'server-answered'],
      };
    case 403:
    case 404:
    case 421:
      if (hasLb2 === true) return unknownHost(status);
      return {
        hop: 'server',
        cause: 'server-answered',
        certainty: 'possible',
        or: status === 403 ? HOST_LAST : HOST_FIRST,
      };
    case 413:
      if (hasLb2 !== true) return undefined;
      return {
        hop: 'lb2',
        cause: 'lb2-request-too-large',
        certainty: 'possible',
        or: ['server-request-body-too-large', 'server-answered'],
      };
    default:
      return undefined;
  }
}

const REFUSED_WITHIN_MS = 50;
const TIMED_OUT_AFTER_MS = 100;

/** Varnish: one page for everything; at once a refusal, after a pause a time-out. Apache: 502 as `Proxy Error`. */
function varied(product: string, meaning: Meaning, status: number, evidence: Evidence): string {
  const waited = waitedFor(evidence);
  if (product === 'varnish' && status === 503) return waited > TIMED_OUT_AFTER_MS ? 'timeout' : 'no-backend';
  if (product === 'apache' && meaning === 'timeout') return waited < REFUSED_WITHIN_MS ? 'bad-gateway' : 'timeout';
  return meaning;
}

/** Milliseconds until the answer's header was there. */
export const waitedFor = ({ answer, record }: Evidence): number =>
  record.entry?.latencies.proxy ?? answer?.signs.upstreamLatency ?? record.client?.elapsedMs ?? 0;

/** What LB2 may have done instead of the server, where nothing tells them apart. */
export function lb2Doubts(status: number): readonly Alternative[] {
  switch (status) {
    case 502:
      return ['lb2-no-backend', 'lb2-bad-gateway', 'lb2-timeout'];
    case 503:
      return ['lb2-no-backend', 'lb2-denied'];
    case 504:
      return ['lb2-timeout', 'lb2-no-backend'];
    case 413:
      return ['lb2-request-too-large'];
    case 404:
    case 421:
      return HOST_FIRST;
    case 403:
      return HOST_LAST;
    default:
      return ['lb2-denied'];
  }
}
