import type { Answer, Evidence } from '../evidence/index.ts';
import { headerOf } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import { hasQuota, replaced } from './afterwards.ts';
import { byLine, isSentOnce, upstreamFailure } from './failure/index.ts';
import { belowFourHundred, upgraded } from './good.ts';
import { byLb1Log, byLb1Page } from './lb1.ts';
import { type Finding, first, type Stage } from './model.ts';
import { ownAnswerOf } from './own/index.ts';
import { behindKong } from './server.ts';

/** What the client saw decides, with error.log where it was given (reference §10.7). */
const LATE_MS = 200;

const withoutAnswer: Stage = (evidence) => {
  const { answer, record, hasLb1, lb1 } = evidence;
  if (answer === null || answer.status !== null) return undefined;
  const error = record.client?.error ?? 'closed without answer';
  const because = reason('no-answer', error);
  if (error === 'not http') return rawBytes(evidence);
  if (error === 'tls failure')
    return {
      hop: hasLb1 ? 'lb1' : 'kong',
      cause: 'tls-to-plain-port',
      certainty: 'likely',
      or: ['kong-unreachable'],
      because,
    };
  const logged = lb1 === null ? undefined : byLb1Log(evidence, lb1);
  if (logged !== undefined) return logged;
  if (error === 'timeout' && outlasted(evidence))
    return {
      hop: hasLb1 ? 'lb1' : 'server',
      cause: 'plain-http-to-tls-upstream',
      certainty: 'possible',
      or: [{ cause: 'upstream-not-http', hop: hasLb1 ? 'lb1' : 'server' }, 'client-gave-up', 'lb1-gave-up'],
      because: reason(
        'no-answer',
        'longer than Kong’s own timers allow: bytes that are no HTTP leave the client hanging',
      ),
    };
  if (error === 'timeout')
    return {
      hop: 'client',
      cause: 'client-gave-up',
      certainty: 'possible',
      or: [
        { cause: 'upstream-not-http', hop: hasLb1 ? 'lb1' : 'server' },
        { cause: 'plain-http-to-tls-upstream', hop: hasLb1 ? 'lb1' : 'server' },
        'kong-unreachable',
      ],
      because,
    };
  if (isPartial(evidence))
    return {
      hop: hasLb1 === true ? 'lb1' : 'kong',
      cause: 'client-too-slow',
      certainty: 'possible',
      or: ['lb1-gave-up', 'lb1-no-backend'],
      because,
    };
  return closed(evidence, because);
};

/** The client waited for longer than Kong would have before it answers 504 by itself. */
function outlasted({ record, service, method }: Evidence): boolean {
  const elapsed = record.client?.elapsedMs ?? null;
  if (elapsed === null || service?.readTimeout == null || service.retries === null) return false;
  const tries = isSentOnce(method) ? 1 : service.retries + 1;
  return elapsed > tries * service.readTimeout;
}

function closed({ record, hasLb1 }: Evidence, because: Finding['because']): Finding {
  const late = (record.client?.elapsedMs ?? 0) >= LATE_MS;
  if (hasLb1 === false)
    return {
      hop: 'kong',
      cause: late ? 'client-too-slow' : 'proxy-protocol-mismatch',
      certainty: 'possible',
      or: ['tls-to-plain-port', 'kong-unreachable', 'client-too-slow'],
      because,
    };
  return late
    ? {
        hop: 'lb1',
        cause: 'lb1-gave-up',
        certainty: 'possible',
        or: ['lb1-no-backend', 'lb1-denied', 'upstream-not-http'],
        because,
      }
    : {
        hop: 'lb1',
        cause: 'lb1-no-backend',
        certainty: 'possible',
        or: ['lb1-denied', 'lb1-gave-up', 'proxy-protocol-mismatch'],
        because,
      };
}

/** The client announced more than it sent, or its header never ended. */
function isPartial({ record }: Evidence): boolean {
  const { request } = record;
  if (request === null) return false;
  if (request.rawBytes !== null) return !/\r?\n\r?\n/.test(request.rawBytes);
  const announced = Number(headerOf(request.headers, 'content-length') ?? Number.NaN);
  return request.bodyBytes !== null && announced > request.bodyBytes;
}

function rawBytes({ record, hasLb1 }: Evidence): Finding {
  const { bodyBytes, body } = record.client ?? { bodyBytes: null, body: '' };
  const alert = bodyBytes === 7 || /^\x15\x03/.test(body);
  return {
    hop: 'server',
    cause: alert ? 'plain-http-to-tls-upstream' : 'upstream-not-http',
    certainty: 'likely',
    or: [
      alert ? 'upstream-not-http' : 'plain-http-to-tls-upstream',
      ...(hasLb1 === false ? [] : (['lb1-bad-gateway'] as const)),
      'tls-to-plain-port',
    ],
    because: reason('raw-bytes', `${bodyBytes ?? '?'} bytes`),
  };
}

/** Kong since 3.5 (and two backports) writes a request id into its own template. */
const knowsIds = ({ answer, record }: Evidence): boolean => {
  const text = answer?.signs.via ?? answer?.signs.server ?? record.kong ?? '';
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  return answer?.signs.requestId !== null || Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 5);
};

const INNER_SHAPES: ReadonlySet<string> = new Set(['template', 'table']);

const innerKong: Stage = (evidence) => {
  const { answer } = evidence;
  if (answer === null || !answer.signs.any) return undefined;
  const { signs, own } = answer;
  const found: Finding = {
    hop: 'server',
    cause: 'server-answered',
    certainty: 'likely',
    because: reason('inner-kong'),
  };
  if (signs.responseLatency !== null && signs.upstreamLatency !== null) return found;
  if (own === null || own.texts.length === 0) return undefined;
  if (own.requestId !== null && signs.requestId !== null && own.requestId !== signs.requestId) return found;
  const proxied = signs.upstreamLatency !== null || signs.via !== null;
  if (!proxied || !INNER_SHAPES.has(own.shape) || !knowsIds(evidence)) return undefined;
  return own.requestId === null ? found : undefined;
};

const cacheHit: Stage = ({ record, answer }) =>
  answer?.signs.any && headerOf(record.client?.headers ?? null, 'x-cache-status') === 'Hit'
    ? {
        hop: 'kong',
        cause: 'plugin-proxy-cache',
        certainty: 'likely',
        or: ['server-answered'],
        because: reason('cache-hit'),
        plugin: 'proxy-cache',
      }
    : undefined;

const RESPONDED = /^The upstream server responded with \d{3}$/;

/** Kong wrote the body, though the upstream had been asked: the request id in it is this Kong's own. */
const wroteAfterwards: Stage = ({ answer, record }) => {
  if (answer === null || answer.own === null || answer.signs.upstreamLatency === null) return undefined;
  const { own, signs, status } = answer;
  const ours = own.requestId !== null && own.requestId === signs.requestId;
  if (own.message !== null && RESPONDED.test(own.message) && (ours || signs.requestId === null))
    return {
      hop: 'kong',
      cause: 'truncated-response',
      certainty: 'likely',
      or: ['upstream-body-timeout'],
      because: reason('kong-text', own.message),
    };
  const refused = ours && status === 400 && own.texts.some(({ cause }) => cause === 'request-malformed');
  if (!refused) return undefined;
  const chunked =
    headerOf(record.request?.headers ?? null, 'transfer-encoding') !== null || record.request?.rawBytes !== null;
  return {
    hop: 'kong',
    cause: 'request-malformed',
    certainty: chunked ? 'likely' : 'possible',
    or: ['client-aborted-upload'],
    because: reason('bad-chunk'),
  };
};

/** 502 or 504 in Kong's own words, or with Kong's headers alone on a HEAD. */
const failedExchange: Stage = (evidence) => {
  const { answer, record } = evidence;
  if (answer === null || answer.signs.responseLatency !== null) return undefined;
  const { status, own } = answer;
  const kongs = own?.texts.some(({ afterProxying }) => afterProxying) === true && own.shape !== 'table';
  const grpc = own?.shape === 'grpc' && status === 502;
  const bare = answer.head && (status === 502 || status === 504) && onlyKongs(record.client?.headers ?? []);
  if (!kongs && !grpc && !bare) return undefined;
  if (status === 503)
    return {
      hop: 'kong',
      cause: 'pool-emptied-during-retry',
      certainty: 'likely',
      or: ['no-healthy-target'],
      because: reason('kong-class', '503 of a retry'),
    };
  return upstreamFailure(evidence) ?? byLine(evidence);
};

/** Headers that nginx and Kong write to any answer. */
const KONGS = /^(?:date|server|via|connection|content-(?:type|length)|x-kong-[\w-]+|transfer-encoding|keep-alive)$/;

const onlyKongs = (headers: readonly (readonly [string, string])[]): boolean =>
  headers.some(([name]) => name.startsWith('x-kong-')) && headers.every(([name]) => KONGS.test(name));

const changed: Stage = (evidence) => {
  const { answer, record } = evidence;
  if (answer === null || answer.status === null || !answer.signs.any) return undefined;
  const { upstreamStatus } = answer.signs;
  const limited = hasQuota(record.client?.headers ?? []) && answer.signs.upstreamLatency !== null;
  const differs = upstreamStatus !== null && upstreamStatus !== answer.status;
  if (!differs && !(answer.status === 429 && limited && isEmpty(evidence))) return undefined;
  const found = replaced(evidence, answer.status, String(upstreamStatus ?? '?'), limited);
  return { ...found, certainty: 'likely' };
};

const isEmpty = ({ record, answer }: Evidence): boolean =>
  answer?.head === true || (record.client?.bodyBytes ?? 0) === 0;

/** Kong answered before it asked anybody. */
const beforeProxying: Stage = (evidence) => {
  const { answer } = evidence;
  if (answer === null) return undefined;
  const certainty = kongsByForm(evidence, answer);
  if (certainty === undefined) return undefined;
  const found = ownAnswerOf(true)(evidence);
  if (found === undefined) return undefined;
  return found.certainty === 'certain' && !settled(evidence) ? { ...found, certainty } : found;
};

/** A text can be copied by a function or by request-termination; the configuration tells that there is none. */
function settled({ configured, answer }: Evidence): boolean {
  if (configured.gateway === null || answer?.signs.responseLatency == null) return false;
  return !configured.plugins.some(
    ({ name, config }) => config === undefined || /-function$|^request-termination$/.test(name),
  );
}

function kongsByForm({ record }: Evidence, answer: Answer): 'likely' | 'possible' | undefined {
  const { signs, own, status } = answer;
  if (signs.upstreamLatency !== null || signs.proxyLatency !== null) return undefined;
  if (signs.responseLatency !== null) return 'likely';
  if (signs.via !== null) return undefined;
  if (own === null) return undefined;
  if (own.shape === 'template' && own.requestId !== null) return 'likely';
  const scheme = headerOf(record.client?.headers ?? null, 'www-authenticate') !== null;
  if (own.shape === 'table' && status === 401 && scheme && own.texts.length > 0) return 'likely';
  if (own.shape === 'nginx' && answer.page === null && own.texts.length > 0) return 'likely';
  if (own.shape === 'nginx' && (status === 501 || status === 505) && answer.page === null) return 'likely';
  const type = headerOf(record.client?.headers ?? null, 'content-type') ?? '';
  if (own.shape === 'table' && own.texts.length > 0 && /charset=utf-8$/.test(type)) return 'possible';
  return signs.requestId !== null && own.texts.length > 0 ? 'likely' : undefined;
}

/** The answer came through Kong from behind it. */
const throughKong: Stage = (evidence) => {
  const { answer, hasLb1 } = evidence;
  if (answer === null || answer.status === null) return undefined;
  const { signs } = answer;
  const signed = signs.upstreamLatency !== null || signs.via !== null || signs.upstreamStatus !== null || signs.any;
  if (!signed && !answer.charsetAdded && !nested(answer) && hasLb1 !== false) return undefined;
  return behindOrGood(evidence, signed);
};

/** A page of one product under the name of another: the page's stands further back. */
const nested = ({ page, products }: Answer): boolean =>
  page !== null &&
  page.role === 'balancer' &&
  products.some(
    ({ product, header }) =>
      header === 'server' && product !== page.product && !(product === 'openresty' && page.product === 'nginx'),
  );

function behindOrGood(evidence: Evidence, signed: boolean): Finding | undefined {
  const found = first(upgraded, belowFourHundred, behindKong)(evidence);
  if (found === undefined) return undefined;
  return found.certainty === 'certain' || !signed ? { ...found, certainty: signed ? 'likely' : 'possible' } : found;
}

const FRAMEWORKS: ReadonlySet<string> = new Set(['server']);

/** No sign of Kong at all. */
const withoutKong: Stage = (evidence) => {
  const { answer, record, lb1 } = evidence;
  if (answer === null || answer.status === null) return undefined;
  const logged = lb1 === null ? undefined : byLb1Log(evidence, lb1);
  if (logged !== undefined) return logged;
  const paged = byLb1Page(evidence, answer);
  if (paged !== undefined) return paged;
  const because = reason('no-sign-of-kong');
  const { status } = answer;
  const application = answer.products.some(({ role }) => FRAMEWORKS.has(role));
  if (status < 300)
    return {
      hop: 'server',
      cause: 'ok',
      certainty: 'possible',
      or: ['slow-ok', 'hidden-retry', 'waf-blocked'],
      because,
    };
  if (application)
    return { hop: 'server', cause: 'server-answered', certainty: 'possible', or: ['lb1-denied'], because };
  const type = headerOf(record.client?.headers ?? null, 'content-type') ?? '';
  const plain = type === 'text/html' || type === 'text/plain' || type === '';
  if (status < 400)
    return {
      hop: 'lb1',
      cause: 'lb1-redirect',
      certainty: plain ? 'likely' : 'possible',
      or: ['server-answered', 'https-required'],
      because,
    };
  if (status === 502 || status === 503)
    return {
      hop: 'lb1',
      cause: 'lb1-no-backend',
      certainty: 'possible',
      or: [
        'server-answered',
        'lb1-bad-gateway',
        status === 502 ? { cause: 'upstream-refused', hop: 'lb1' } : 'lb1-rate-limited',
      ],
      because,
    };
  if (status === 504)
    return {
      hop: 'lb1',
      cause: 'lb1-gave-up',
      certainty: 'possible',
      or: ['server-answered', 'lb1-no-backend'],
      because,
    };
  return {
    hop: 'server',
    cause: 'server-answered',
    certainty: 'possible',
    or: ['lb1-denied', 'plugin-custom-exit'],
    because,
  };
};

export const byClient: Stage = first(
  withoutAnswer,
  innerKong,
  cacheHit,
  wroteAfterwards,
  failedExchange,
  beforeProxying,
  changed,
  throughKong,
  withoutKong,
);
