import type { PastedResponse } from '../model.ts';
import { dechunk, headerValue, readHeaderBlock } from './message.ts';

const STATUS_LINE = /^HTTP\/([0-9](?:\.[0-9])?)[ \t]+([0-9]{3})(?:[ \t]+(.*))?$/;

/**
 * `HTTP/1.1 401 Unauthorized` and what follows, as `curl -i` prints it; several where curl went
 * through a redirect or a `100 Continue`. Undefined where the text does not begin so.
 */
export function readRawResponses(text: string, request = -1): readonly PastedResponse[] | undefined {
  const responses: PastedResponse[] = [];
  let at = Math.max(text.search(/\S/), 0);
  for (;;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    const [, version, status, reason = ''] = STATUS_LINE.exec(line) ?? [];
    if (version === undefined || status === undefined) break;
    const { headers, bodyAt } = readHeaderBlock(text, end < 0 ? text.length : end + 1);
    const next = nextStatusLine(text, bodyAt);
    const raw = text.slice(bodyAt, next);
    const isChunked = /chunked/i.test(headerValue(headers, 'transfer-encoding') ?? '');
    const body = isChunked ? dechunk(raw) : raw;
    const whole = next < text.length ? body.replace(/\r?\n$/, '') : body;
    responses.push({ version, status: Number(status), reason: reason.trim(), headers, body: whole, request });
    at = next;
    if (at >= text.length) break;
  }
  return responses.length === 0 ? undefined : responses;
}

function nextStatusLine(text: string, from: number): number {
  const found = /^HTTP\/[0-9](?:\.[0-9])?[ \t]+[0-9]{3}/m.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
}
