import { headerOf } from '../evidence/index.ts';
import { reason } from '../tables/reasons/index.ts';
import type { Stage } from './model.ts';

/** Requests that reached Kong's access phase and no upstream (reference §4.2, §10.3 row 11). */
export const cutOrCached: Stage = ({ record, trace, lines }) => {
  const { entry } = record;
  if (entry === null) return undefined;
  const nobodyAsked = trace.tries === 0 && (trace.upstreamStatuses ?? []).length === 0;
  if (!nobodyAsked) return undefined;
  if (trace.source === 'upstream' && trace.status === 400)
    return {
      hop: 'client',
      cause: 'client-aborted-upload',
      certainty: 'certain',
      because: reason('upload-broke-off', '400'),
    };
  if (trace.proxied !== true || trace.source === 'upstream') return undefined;
  if (headerOf(entry.responseHeaders, 'x-cache-status') === 'Hit')
    return {
      hop: 'kong',
      cause: 'plugin-proxy-cache',
      certainty: 'certain',
      because: reason('cache-hit'),
      plugin: 'proxy-cache',
    };
  if (trace.status === 400 && lines.failures.length === 0)
    return { hop: 'kong', cause: 'request-malformed', certainty: 'certain', because: reason('bad-chunk') };
  return undefined;
};
