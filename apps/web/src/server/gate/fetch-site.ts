import type { Check, Own, Visit } from './visit.ts';

/**
 * `none` is a person who types or opens the address: for the page only. `same-site` is another local port.
 * Never the only check: browsers leave the header out on origins that they do not trust.
 */
export const fetchSite: Check = (visit, own) => {
  const sites = visit.all('sec-fetch-site');
  const allowed = visit.open
    ? ['same-origin', 'none', ...(isLaunch(visit, own) ? ['cross-site'] : [])]
    : ['same-origin'];
  return sites.every((site) => allowed.includes(site)) && sites.length <= 1
    ? undefined
    : { status: 403, code: 'fetch-site-not-ours' };
};

/**
 * A browser that follows our own launch file comes from `file:`, which is another site. The file alone knows the
 * ticket in the target, which is good for one visit; no frame, form or script can use it.
 */
const isLaunch = ({ target, all }: Visit, { launch }: Own): boolean =>
  launch !== undefined &&
  target === launch &&
  all('sec-fetch-mode').join() === 'navigate' &&
  all('sec-fetch-dest').join() === 'document';
