import { type Evidence, headerOf } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import { byLine, upstreamFailure } from '../failure/index.ts';
import type { Finding, Stage } from '../model.ts';

/** Kong since 3.5 (and two backports) writes a request id into its own template. */
const knowsIds = ({ answer, record }: Evidence): boolean => {
  const text = answer?.signs.via ?? answer?.signs.server ?? record.kong ?? '';
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  return answer?.signs.requestId !== null || Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 5);
};

const INNER_SHAPES: ReadonlySet<string> = new Set(['template', 'table']);

/** Like Kong's, but not of this Kong (reference §10.7, row 3). */
export const innerKong: Stage = (evidence) => {
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

const RESPONDED = /^The upstream server responded with \d{3}$/;

/** Kong wrote the body, though the upstream had been asked: the request id in it is this Kong's own. */
export const wroteAfterwards: Stage = ({ answer, record }) => {
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
export const failedExchange: Stage = (evidence) => {
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
