import type { Headers } from '../record/index.ts';
import type { HeaderChange } from './model.ts';

/** Headers that differ between any two answers. */
const VARYING =
  /^(?:date|age|x-kong-(?:proxy|upstream|response|third-party)-latency|x-kong-request-id|x-request-id|x-correlation-id|cf-ray|x-amzn-requestid|x-amz-cf-id|traceparent|x-envoy-upstream-service-time|x-varnish|expires|last-modified|etag|x-ratelimit-remaining\S*|ratelimit-(?:remaining|reset))$/;

/** What the hop added, took away and changed, in the order of the answer that came through it. */
export function headerChanges(via: Headers, direct: Headers): readonly HeaderChange[] {
  const names = [...new Set([...via, ...direct].map(([name]) => name))];
  return names.flatMap((name): HeaderChange[] => {
    const one = valueOf(via, name);
    const other = valueOf(direct, name);
    if (one === other) return [];
    return [{ name, via: one, direct: other, kind: kindOf(name, one, other) }];
  });
}

function kindOf(name: string, via: string | null, direct: string | null): HeaderChange['kind'] {
  if (via !== null && direct !== null) return VARYING.test(name) ? 'varies' : 'changed';
  return via === null ? 'removed' : 'added';
}

function valueOf(headers: Headers, name: string): string | null {
  const values = headers.filter(([other]) => other === name).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}
