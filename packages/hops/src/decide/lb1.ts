import type { Answer, Evidence, LbReading } from '../evidence/index.ts';
import { headerOf } from '../evidence/index.ts';
import type { Cause } from '../tables/causes/index.ts';
import type { Meaning } from '../tables/products/index.ts';
import { reason } from '../tables/reasons/index.ts';
import type { Finding } from './model.ts';

const CAUSES: Readonly<Record<Meaning | 'not-http' | 'tls-to-plain' | 'invalid-header', Cause>> = {
  'no-backend': 'lb1-no-backend',
  'bad-gateway': 'lb1-bad-gateway',
  timeout: 'lb1-gave-up',
  denied: 'lb1-denied',
  'rate-limited': 'lb1-rate-limited',
  'auth-required': 'lb1-auth-required',
  'too-large': 'lb1-request-too-large',
  'header-too-large': 'lb1-request-malformed',
  malformed: 'lb1-request-malformed',
  redirect: 'lb1-redirect',
  'slow-client': 'client-too-slow',
  'unknown-host': 'lb1-denied',
  waf: 'waf-blocked',
  'plain-to-tls': 'lb1-request-malformed',
  'certificate-required': 'lb1-denied',
  'not-http': 'lb1-bad-gateway',
  'tls-to-plain': 'tls-to-plain-port',
  'invalid-header': 'lb1-bad-gateway',
};

/** LB1's own log says that it answered by itself. Undefined where it passed on or says nothing. */
export function byLb1Log(evidence: Evidence, reading: LbReading): Finding | undefined {
  const { own, status } = reading;
  if (own === null) return undefined;
  const places = [reading.at.place];
  const because = reason('lb1-log', told(reading));
  if (own === 'client-left')
    return { hop: 'client', cause: 'client-gave-up', certainty: 'likely', or: ['lb1-gave-up'], because, places };
  const cause = own === 'answered' ? byStatus(status) : refined(CAUSES[own], evidence);
  if (cause === undefined) return undefined;
  const untraced = cause === 'lb1-gave-up' && !evidence.trace.found;
  const unheard = BROKEN.has(cause) && !evidence.trace.given;
  const certainty = untraced || unheard ? 'likely' : sure(cause, reading);
  const or: readonly Cause[] = untraced
    ? ['lb1-no-backend', 'lb1-bad-gateway']
    : unheard
      ? MISMATCHES
      : others(cause, status);
  return { hop: 'lb1', cause, certainty, or, because, places };
}

/** What LB1 found broken: Kong's log would tell whether two protocols met there. */
const BROKEN: ReadonlySet<Cause> = new Set<Cause>(['lb1-no-backend', 'lb1-bad-gateway']);
const MISMATCHES: readonly Cause[] = ['tls-to-plain-port', 'proxy-protocol-mismatch', 'lb1-bad-gateway'];

const told = ({ product, status, at }: LbReading): string =>
  [product, at.flags, status, at.code].filter((part) => part !== null).join(' ');

/** 401 is a rule's or a login's: only a login says how to log in. */
function refined(cause: Cause, { answer, record }: Evidence): Cause {
  if (answer?.status !== 401 || (cause !== 'lb1-denied' && cause !== 'lb1-auth-required')) return cause;
  const asks = headerOf(record.client?.headers ?? null, 'www-authenticate') !== null;
  return asks ? 'lb1-auth-required' : 'lb1-denied';
}

/** HAProxy writes the same for a counter and for a rule with 429; a broken answer may be a mismatch of protocols. */
function sure(cause: Cause, { product, own }: LbReading): Finding['certainty'] {
  if (cause === 'lb1-rate-limited' && product !== 'nginx') return 'likely';
  if (cause === 'lb1-bad-gateway' || own === 'answered') return 'likely';
  return 'certain';
}

function others(cause: Cause, status: number | null): readonly Cause[] {
  if (cause === 'lb1-rate-limited') return ['lb1-denied'];
  if (cause === 'lb1-denied' && status === 429) return ['lb1-rate-limited'];
  if (cause === 'lb1-bad-gateway') return ['proxy-protocol-mismatch', 'tls-to-plain-port', 'lb1-no-backend'];
  return [];
}

function byStatus(status: number | null): Cause | undefined {
  if (status === null) return undefined;
  if (status < 400) return status >= 300 ? 'lb1-redirect' : 'lb1-denied';
  return ({ 502: 'lb1-bad-gateway', 503: 'lb1-no-backend', 504: 'lb1-gave-up' } as const)[status] ?? 'lb1-denied';
}

/** The page alone says that LB1 answered. */
export function byLb1Page(evidence: Evidence, answer: Answer): Finding | undefined {
  const { page, meaning, status } = answer;
  if (page === null || status === null) return undefined;
  if (meaning === 'waf')
    return { hop: 'lb1', cause: 'waf-blocked', certainty: 'likely', because: reason('waf-page'), or: ['lb1-denied'] };
  const because = reason('lb1-page', page.product);
  if (page.role === 'server' && meaning === 'plain-to-tls')
    return { hop: 'server', cause: 'plain-http-to-tls-upstream', certainty: 'likely', because };
  if (meaning === null || page.role === 'server') return undefined;
  // Apache refuses a header name that nginx lets pass (AH02429).
  if (page.product === 'apache' && status === 500 && meaning === 'bad-gateway')
    return {
      hop: 'lb1',
      cause: 'upstream-invalid-header',
      certainty: 'possible',
      or: ['lb1-bad-gateway', 'server-answered', 'lb1-denied'],
      because,
    };
  const cause = refined(byProduct(page.product, CAUSES[meaning], evidence), evidence);
  if (cause === 'lb1-bad-gateway' && passesOnBytes(evidence))
    return {
      hop: 'lb1',
      cause: 'plain-http-to-tls-upstream',
      certainty: 'possible',
      or: ['upstream-not-http', 'lb1-bad-gateway', 'proxy-protocol-mismatch'],
      because,
    };
  return { hop: 'lb1', cause, certainty: 'likely', or: pageOthers(cause, page.product, status), because };
}

/**
 * A Kong that lives answers with HTTP, but for one thing: bytes of an upstream that are none, which it passes on
 * (reference §0 fact 7). So a balancer that calls its answer broken has met those, or no Kong at all.
 */
const passesOnBytes = ({ service, configured }: Evidence): boolean =>
  service?.protocol === 'http' && configured.match === 'matched';

/** Varnish has one page for everything: at once it is a refusal, after a pause a time-out (reference §10.2). */
function byProduct(product: string, cause: Cause, { record }: Evidence): Cause {
  const elapsed = record.client?.elapsedMs ?? 0;
  if (product === 'varnish' && cause === 'lb1-no-backend' && elapsed > LONG_MS) return 'lb1-gave-up';
  if (product === 'apache' && cause === 'lb1-gave-up' && elapsed < SHORT_MS) return 'lb1-bad-gateway';
  return cause;
}

const LONG_MS = 100;
const SHORT_MS = 50;

function pageOthers(cause: Cause, product: string, status: number): readonly Cause[] {
  if (status === 502 && product === 'apache')
    return ['lb1-gave-up', 'lb1-bad-gateway', 'plain-http-to-tls-upstream', 'upstream-not-http'];
  if (status === 502 && product === 'nginx') return ['lb1-bad-gateway', 'proxy-protocol-mismatch', 'tls-to-plain-port'];
  if (status === 502 || status === 500)
    return ['lb1-bad-gateway', 'lb1-no-backend', 'plain-http-to-tls-upstream', 'upstream-not-http'];
  if (status === 503 && product === 'varnish')
    return ['lb1-no-backend', 'lb1-gave-up', 'lb1-bad-gateway', 'plain-http-to-tls-upstream'];
  if (status === 503) return ['lb1-no-backend', 'tls-to-plain-port', 'lb1-gave-up', 'lb1-rate-limited'];
  if (status === 504) return ['lb1-gave-up', 'lb1-no-backend'];
  if (status === 429) return ['lb1-rate-limited', 'lb1-denied'];
  if (status === 408) return ['client-too-slow'];
  return cause === 'lb1-denied' ? ['server-answered'] : [];
}
