import type { Evidence } from '../evidence/index.ts';
import { headerOf, lineOf, numberOf } from '../evidence/index.ts';
import type { Cause } from '../tables/causes/index.ts';
import type { Meaning } from '../tables/products/index.ts';
import { reason } from '../tables/reasons/index.ts';
import type { Alternative, Finding, Stage } from './model.ts';

const LB2_CAUSES: Readonly<Partial<Record<string, Cause>>> = {
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

/** A status of 400 and above that came from behind Kong (reference §10.3, rows 18 and 19). */
export const behindKong: Stage = (evidence) => {
  const status = evidence.trace.status ?? evidence.answer?.status ?? null;
  if (status === null) return undefined;
  const { hasLb2, lb2, answer, record } = evidence;
  const tls = plainToTls(evidence, status);
  if (tls !== undefined) return tls;
  if (answer?.meaning === 'waf')
    return {
      hop: hasLb2 === false ? 'server' : 'lb2',
      cause: 'waf-blocked',
      certainty: 'likely',
      or: ['server-answered'],
      because: reason('waf-page'),
    };
  if (hasLb2 === false || lb2?.layer === 4 || lb2?.passedOn === true) return byServer(evidence, status);
  const logged = lb2 === null ? undefined : byLb2Log(evidence, status);
  if (logged !== undefined) return logged;
  const logless = answer === null && record.entry !== null ? byEntryLength(evidence, status) : undefined;
  return logless ?? byLb2Page(evidence, status) ?? byServer(evidence, status, true);
};

function byLb2Log(evidence: Evidence, status: number): Finding | undefined {
  const { lb2, answer } = evidence;
  if (lb2 === null || lb2.own === null) return undefined;
  const places = [lb2.at.place];
  const because = reason(
    'lb2-log',
    [lb2.product, lb2.at.flags, lb2.status, lb2.at.code].filter((part) => part !== null).join(' '),
  );
  if (lb2.plainToTls || lb2.own === 'plain-to-tls')
    return { hop: 'lb2', cause: 'plain-http-to-tls-upstream', certainty: 'certain', because, places };
  if (lb2.own === 'certificate-required')
    return { hop: 'lb2', cause: 'tls-client-certificate-required', certainty: 'certain', because, places };
  if (lb2.own === 'client-left') return undefined;
  const silent = lb2.product === 'nginx' && lb2.own === 'denied' && lb2.at.kind === 'access';
  const lone = lb2.own === 'answered' ? undefined : LB2_CAUSES[lb2.own];
  if (silent && (status === 404 || status === 421 || status === 403)) return unknownHost(status, because, places);
  if (lone !== undefined)
    return {
      hop: 'lb2',
      cause: lone,
      certainty: answer === null ? 'likely' : 'certain',
      or: alike(lone),
      because,
      places,
    };
  const cause = LB2_CAUSES[String({ 502: 'bad-gateway', 503: 'no-backend', 504: 'timeout' }[status] ?? 'denied')];
  return { hop: 'lb2', cause: cause ?? 'lb2-denied', certainty: 'likely', or: ['server-answered'], because, places };
}

/** nginx answers by a rule or by its default host, and writes the same line. */
const unknownHost = (status: number, because: Finding['because'], places: Finding['places'] = []): Finding =>
  status === 403
    ? {
        hop: 'lb2',
        cause: 'lb2-denied',
        certainty: 'possible',
        or: ['lb2-unknown-host', 'server-answered'],
        because,
        places,
      }
    : {
        hop: 'lb2',
        cause: 'lb2-unknown-host',
        certainty: 'possible',
        or: ['lb2-denied', 'server-answered'],
        because,
        places,
      };

const alike = (cause: Cause): readonly Alternative[] => {
  switch (cause) {
    case 'lb2-no-backend':
      return ['lb2-timeout', 'lb2-bad-gateway'];
    case 'lb2-timeout':
      return ['lb2-no-backend', 'lb2-bad-gateway'];
    case 'lb2-bad-gateway':
      return ['lb2-no-backend', 'lb2-timeout'];
    case 'lb2-denied':
      return ['lb2-unknown-host'];
    default:
      return [];
  }
};

/** A page of a balancer, seen by the client through Kong; its log is missing or undecided. */
function byLb2Page(evidence: Evidence, status: number): Finding | undefined {
  const { answer, lb2, method } = evidence;
  if (answer?.page?.role !== 'balancer' || answer.meaning === null) return undefined;
  const { product } = answer.page;
  const because = reason('lb2-page', product);
  const silentLog = lb2 !== null && lb2.passedOn === null && lb2.product === product;
  const cause = LB2_CAUSES[varied(product, answer.meaning, status, evidence)];
  if (cause === undefined) return undefined;
  void method;
  if (product === 'nginx' || product === 'openresty') {
    if (status === 502 || status === 504)
      return {
        hop: 'lb2',
        cause: status === 502 ? 'lb2-no-backend' : 'lb2-timeout',
        certainty: 'likely',
        or: [...pageOthers(cause), 'server-answered'],
        because,
      };
    if (status === 404 || status === 421 || status === 403)
      return silentLog || evidence.lb2 === null ? unknownOrServer(evidence, status, because) : undefined;
    if (status === 413)
      return serverFirst(evidence)
        ? undefined
        : {
            hop: 'lb2',
            cause: 'lb2-request-too-large',
            certainty: 'possible',
            or: ['server-request-body-too-large', 'server-answered'],
            because,
          };
    return undefined;
  }
  return { hop: 'lb2', cause, certainty: 'likely', or: [...pageOthers(cause), 'server-answered'], because };
}

const serverFirst = ({ hasLb2 }: Evidence): boolean => hasLb2 !== true;

function unknownOrServer(evidence: Evidence, status: number, because: Finding['because']): Finding {
  if (evidence.hasLb2 === true) return unknownHost(status, because);
  return {
    hop: 'server',
    cause: 'server-answered',
    certainty: 'possible',
    or: status === 403 ? ['lb2-denied', 'lb2-unknown-host'] : ['lb2-unknown-host', 'lb2-denied'],
    because,
  };
}

/** Varnish: one page for everything; at once a refusal, after a pause a time-out. Apache: 502 as `Proxy Error`. */
function varied(product: string, meaning: Meaning, status: number, { answer, record }: Evidence): string {
  const waited = answer?.signs.upstreamLatency ?? record.client?.elapsedMs ?? 0;
  if (product === 'varnish' && status === 503) return waited > 100 ? 'timeout' : 'no-backend';
  if (product === 'apache' && meaning === 'timeout') return waited < 50 ? 'bad-gateway' : 'timeout';
  return meaning;
}

const pageOthers = (cause: Cause): readonly Alternative[] => {
  const io: readonly Cause[] = ['lb2-no-backend', 'lb2-bad-gateway', 'lb2-timeout'];
  return io.includes(cause) ? io.filter((one) => one !== cause) : alike(cause);
};

/** Lengths of HAProxy's pages, which say `no-cache` (reference §10.6). */
const HAPROXY_LENGTHS: Readonly<Record<number, number>> = {
  400: 90,
  401: 112,
  403: 93,
  404: 83,
  408: 110,
  413: 106,
  429: 117,
  502: 107,
  503: 107,
  504: 92,
};
const HAPROXY_MEANS: Readonly<Record<number, string>> = {
  408: 'slow-client',
  413: 'too-large',
  502: 'bad-gateway',
  503: 'no-backend',
  504: 'timeout',
};

function byEntryLength({ record }: Evidence, status: number): Finding | undefined {
  const headers = record.entry?.responseHeaders ?? [];
  const length = numberOf(headerOf(headers, 'content-length'));
  const cached = headerOf(headers, 'cache-control');
  if (length !== null && HAPROXY_LENGTHS[status] === length && cached === 'no-cache') {
    const cause = LB2_CAUSES[HAPROXY_MEANS[status] ?? 'denied'] ?? 'lb2-denied';
    return {
      hop: 'lb2',
      cause,
      certainty: 'likely',
      or: [...pageOthers(cause), 'server-answered'],
      because: reason('lb2-page', 'haproxy'),
    };
  }
  return undefined;
}

/** 400 of a TLS port that was spoken to in plain HTTP, or of one that wants a certificate. */
function plainToTls(evidence: Evidence, status: number): Finding | undefined {
  const { answer, service, record, hasLb2 } = evidence;
  if (status !== 400 && status !== 403) return undefined;
  const hop = hasLb2 === true && answer?.page?.product !== 'go' && evidence.lb2?.layer === 7 ? 'lb2' : 'server';
  if (answer?.meaning === 'plain-to-tls')
    return { hop, cause: 'plain-http-to-tls-upstream', certainty: 'likely', because: reason('plain-to-tls-page') };
  if (answer?.meaning === 'certificate-required')
    return { hop, cause: 'tls-client-certificate-required', certainty: 'likely', because: reason('certificate-page') };
  const headers = record.entry?.responseHeaders;
  if (answer !== null || headers == null || status !== 400 || service?.protocol !== 'http') return undefined;
  const bare = ['content-type', 'content-length', 'date'].every((name) => headerOf(headers, name) === null);
  if (bare)
    return {
      hop,
      cause: 'plain-http-to-tls-upstream',
      certainty: 'likely',
      or: ['server-answered'],
      because: reason('plain-to-tls-page'),
    };
  const nginx =
    NGINX_400.has(numberOf(headerOf(headers, 'content-length')) ?? 0) &&
    /^nginx/.test(headerOf(headers, 'server') ?? '');
  return nginx
    ? {
        hop,
        cause: 'plain-http-to-tls-upstream',
        certainty: 'possible',
        or: ['server-answered', 'lb2-denied'],
        because: reason('plain-to-tls-page'),
      }
    : undefined;
}

/** nginx's page `The plain HTTP request was sent to HTTPS port`, with its version hidden or shown. */
const NGINX_400: ReadonlySet<number> = new Set([248, 255]);

/** Statuses that a limit of the server writes as well as its application. */
const DOUBTFUL: ReadonlySet<number> = new Set([400, 413, 431, 503]);
const LARGE_BODY = 1024;

/** The application, or a limit of its web server (reference §10.7, row 10). */
export function byServer(evidence: Evidence, status: number, undecided = false): Finding {
  const { answer, record, hasLb2 } = evidence;
  const doubt: readonly Alternative[] = undecided && hasLb2 !== false ? lb2Doubts(status) : [];
  const base: Finding = {
    hop: 'server',
    cause: 'server-answered',
    certainty: DOUBTFUL.has(status) || undecided ? 'likely' : 'certain',
    or: doubt,
    because: reason('server-status', String(status)),
  };
  const body = record.client?.body ?? '';
  const sent = record.request?.bodyBytes ?? record.entry?.requestSize ?? 0;
  if (status === 413 && (sent >= LARGE_BODY || cutOff(evidence)))
    return { ...base, cause: 'server-request-body-too-large', certainty: 'likely', or: ['server-answered', ...doubt] };
  if (status === 431 && (answer === null || isBare(evidence)))
    return {
      ...base,
      cause: 'server-request-header-too-large',
      certainty: 'likely',
      or: ['server-answered', ...doubt],
    };
  if (status === 503 && TIME_WORDS.test(body))
    return { ...base, cause: 'server-timeout', certainty: 'likely', or: ['server-answered', ...doubt] };
  if (status === 503) return { ...base, or: ['server-timeout', ...doubt] };
  if (status === 413) return { ...base, or: ['server-request-body-too-large', ...doubt] };
  if (status === 431) return { ...base, or: ['server-request-header-too-large', ...doubt] };
  return base;
}

const TIME_WORDS = /time(?:d)?[ -]?out|too long|deadline/i;

/** Go's and Node's own refusals have no header of an application. */
function isBare({ record }: Evidence): boolean {
  const { body, headers } = record.client ?? { body: '', headers: [] };
  if (/^431 Request Header Fields Too Large\s*$/.test(body)) return true;
  return body === '' && headerOf(headers, 'content-type') === null;
}

const cutOff = ({ lines }: Evidence): boolean => lineOf(lines, 'U-RST-BODY', 'U-FIN-BODY', 'U-EPIPE') !== undefined;

function lb2Doubts(status: number): readonly Alternative[] {
  if (status === 502) return ['lb2-no-backend', 'lb2-bad-gateway', 'lb2-timeout'];
  if (status === 503) return ['lb2-no-backend', 'lb2-denied'];
  if (status === 504) return ['lb2-timeout', 'lb2-no-backend'];
  if (status === 413) return ['lb2-request-too-large'];
  if (status === 404 || status === 421) return ['lb2-unknown-host', 'lb2-denied'];
  if (status === 403) return ['lb2-denied', 'lb2-unknown-host'];
  return ['lb2-denied'];
}
