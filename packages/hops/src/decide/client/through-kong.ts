import { type Answer, type Evidence, headerOf } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import { functionReplaces } from '../changed.ts';
import { belowFourHundred, upgraded } from '../good.ts';
import { type Finding, first, type Stage } from '../model.ts';
import { behindKong } from '../server.ts';

/** Answered from Kong's cache. */
export const cacheHit: Stage = ({ record, answer }) =>
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

/** The answer came through Kong from behind it. */
export const throughKong: Stage = (evidence) => {
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
  if (found.cause === 'server-answered' && functionReplaces(evidence))
    return {
      hop: 'kong',
      cause: 'plugin-response-replaced',
      certainty: 'possible',
      or: [found.cause, ...(found.or ?? [])],
      because: reason('plugin-by-configuration', 'a function that sets the status of answers'),
    };
  return found.certainty === 'certain' || !signed ? { ...found, certainty: signed ? 'likely' : 'possible' } : found;
}
