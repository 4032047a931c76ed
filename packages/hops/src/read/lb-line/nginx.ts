import type { AccessLine, LbLine, LbProduct } from '../../record/index.ts';
import { readAccessLine } from '../access-line/index.ts';
import { readErrorLine } from '../error-line/index.ts';
import { readTime, type Source } from '../text/index.ts';
import { lbLine, numberOf } from './build.ts';

/** `127.0.0.1 [24/Nov/2026:20:48:26 +0000] TCP 200 250 427 0.400 "127.27.2.16:3000"`: the documentation's own format. */
const STREAM = /^(\S+) \[([^\]]+)\] (TCP|UDP) (\d{3}) (\d+) (\d+) (\d+(?:\.\d+)?)(?: "([^"]*)")?/;

/** A line of nginx as load balancer: error.log, access log in any format, or the log of `stream`. */
export function readNginx(text: string, source: Source): LbLine | null {
  return readNginxError(text, source) ?? readStream(text, source) ?? readNginxAccess(text, source);
}

function readNginxError(text: string, source: Source): LbLine | null {
  const error = readErrorLine(text, source.place);
  if (error === null) return null;
  const { at, client, request, message } = error;
  const upstream = error.upstream === null ? null : [error.upstream.replace(/^\w+:\/\/([^/]*).*$/s, '$1')];
  const kind = /^upstream server temporarily disabled/.test(message) ? 'health' : 'error';
  return lbLine('nginx', kind, source, { at, client, request, message, error, upstreamAddress: upstream });
}

function readStream(text: string, source: Source): LbLine | null {
  const [, client, time = '', , status, bytes, , total, upstream] = STREAM.exec(text) ?? [];
  if (client === undefined) return null;
  return lbLine('nginx', 'tcp', source, {
    at: readTime(time),
    client,
    status: Number(status),
    bytes: numberOf(bytes),
    timers: timersOf(numberOf(total)),
    upstreamAddress: upstream === undefined ? null : upstream.split(', '),
  });
}

/** `combined` is Apache's format as well: what else is in the log tells whose it is. */
function readNginxAccess(text: string, source: Source): LbLine | null {
  const line = readAccessLine(text, source.place);
  return line === null ? null : fromAccess('nginx', line, source);
}

export function fromAccess(product: LbProduct, line: AccessLine, source: Source): LbLine {
  const { at, client, request, status, bytes, upstreamStatus, upstreamAddress, requestTime } = line;
  const timers = requestTime === null ? null : timersOf(requestTime);
  return lbLine(product, 'access', source, {
    at,
    client,
    request,
    status,
    bytes,
    timers,
    upstreamStatus,
    upstreamAddress,
  });
}

const timersOf = (seconds: number | null): LbLine['timers'] => ({
  request: null,
  queue: null,
  connect: null,
  response: null,
  total: seconds === null ? null : Math.round(seconds * 1000),
});
