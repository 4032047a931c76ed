import type { Problem } from '@why401/core';
import { type CaseRequest, requestFault, wireOfCase } from '../replay/index.ts';
import type { WireRequest } from '../wire/index.ts';

/** A request that both configurations answer. */
export interface GateRequest {
  /** `orders.curl.txt`, `requests.ndjson:7`, `jwt-dev-000001` */
  readonly name: string;
  readonly wire: WireRequest;
  /** Seconds since the epoch at which it is judged; absent: the clock's time. */
  readonly now?: number;
}

export type RequestLine =
  | { readonly ok: true; readonly request: GateRequest }
  | { readonly ok: false; readonly problem: Problem };

/** One line of NDJSON: a recorded case, or the `request` of one by itself. */
export function readRequestLine(line: string, name: string): RequestLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return bad(name, 'the line is not JSON');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return bad(name, 'the line is no JSON object');
  const members = value as Readonly<Record<string, unknown>>;
  const request = members['request'] ?? members;
  const fault = requestFault(request);
  if (fault !== undefined) return bad(name, fault);
  const { id, now } = members;
  const wire = wireOfCase(request as CaseRequest);
  return {
    ok: true,
    request: { name: typeof id === 'string' ? id : name, wire, ...(typeof now === 'number' && { now }) },
  };
}

const bad = (name: string, message: string): RequestLine => ({
  ok: false,
  problem: {
    code: 'request-unreadable',
    message: `${name}: ${message}`,
    hint: 'Give {"request": {method, scheme, host, target, headers}} on each line.',
  },
});
