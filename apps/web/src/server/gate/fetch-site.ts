import type { Check } from './visit.ts';

/**
 * `none` is a person who types or opens the address: for the page only. `same-site` is another local port.
 * Never the only check: browsers leave the header out on origins that they do not trust.
 */
export const fetchSite: Check = (visit) => {
  const sites = visit.all('sec-fetch-site');
  const allowed = visit.open ? ['same-origin', 'none'] : ['same-origin'];
  return sites.every((site) => allowed.includes(site)) && sites.length <= 1
    ? undefined
    : { status: 403, code: 'fetch-site-not-ours' };
};
