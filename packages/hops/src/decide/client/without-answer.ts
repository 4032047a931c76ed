import { type Evidence, headerOf } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import { isSentOnce } from '../failure/index.ts';
import { byLb1Log } from '../lb1.ts';
import type { Finding, Stage } from '../model.ts';

/** From here on a closing is no refusal any more, but somebody's time-out. */
const LATE_MS = 200;

/** No status line came (reference §10.7, rows 1 and 2). */
export const withoutAnswer: Stage = (evidence) => {
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
