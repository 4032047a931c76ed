import type { Place } from '@why401/core';
import type { LbLine } from '../../record/index.ts';
import { maskText } from '../text/index.ts';

type Known = Partial<Omit<LbLine, 'product' | 'kind' | 'place' | 'raw'>>;

const NOTHING: Omit<LbLine, 'product' | 'kind' | 'place' | 'raw'> = {
  at: null,
  client: null,
  request: null,
  method: null,
  target: null,
  status: null,
  bytes: null,
  flags: null,
  timers: null,
  frontend: null,
  backend: null,
  server: null,
  upstreamStatus: null,
  upstreamAddress: null,
  message: null,
  code: null,
  error: null,
};

/** A line with what its grammar has; texts are masked here. */
export function lbLine(
  product: LbLine['product'],
  kind: LbLine['kind'],
  { text, place }: { readonly text: string; readonly place: Place },
  known: Known,
): LbLine {
  const request = known.request === undefined || known.request === null ? null : maskText(known.request);
  const message = known.message === undefined || known.message === null ? null : maskText(known.message);
  return {
    ...NOTHING,
    ...known,
    ...requestParts(request),
    request,
    message,
    product,
    kind,
    place,
    raw: maskText(text),
  };
}

function requestParts(request: string | null): Pick<LbLine, 'method' | 'target'> {
  const [, method = null, target = null] = /^([A-Za-z-]+) (\S+)/.exec(request ?? '') ?? [];
  // Varnish and AWS write the whole URL; others the target alone.
  return { method, target: target?.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/, '') || (target === null ? null : '/') };
}

/** `12` and `+12` (HAProxy's `logasap`); null for `-` and what is no number. */
export const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;

/** Seconds to milliseconds; -1 stays (a phase that was not reached). */
export function milliseconds(seconds: string | undefined): number | null {
  const value = numberOf(seconds);
  return value === null || value < 0 ? value : Math.round(value * 1000);
}
