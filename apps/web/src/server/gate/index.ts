import type { RequestHandler } from 'express';
import { refuse } from '../answers.ts';
import { fetchSite } from './fetch-site.ts';
import { host } from './host.ts';
import { origin } from './origin.ts';
import { secret } from './secret.ts';
import { target } from './target.ts';
import { type Check, type Own, type Refusal, type Visit, visitOf } from './visit.ts';

export { SECRET_HEADER } from './secret.ts';
export type { Check, Own, Refusal, Visit } from './visit.ts';

/** In this order; the first refusal answers. Tests switch one off and see its probes come through. */
export const CHECKS: Readonly<Record<string, Check>> = { target, host, origin, fetchSite, secret };

export function judgeVisit(visit: Visit, own: Own, checks = CHECKS): Refusal | undefined {
  for (const check of Object.values(checks)) {
    const refusal = check(visit, own);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/**
 * The one gate, in front of every route. Nothing of the request is repeated in the answer.
 * @param isOpen tells the page and its files by their path
 */
export const gate =
  (own: () => Own, isOpen: (method: string, path: string) => boolean, checks = CHECKS): RequestHandler =>
  (request, response, next) => {
    const refusal = judgeVisit(visitOf(request, isOpen(request.method, request.path)), own(), checks);
    if (refusal === undefined) next();
    else refuse(response, refusal.status, refusal.code);
  };
