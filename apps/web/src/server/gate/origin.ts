import type { Check } from './visit.ts';

/** Where a browser says who asks, it must be our own page, under the name by which it was opened; `null` is nobody. */
export const origin: Check = (visit) => {
  const origins = visit.all('origin');
  const own = `http://${visit.all('host')[0]}`;
  return origins.every((value) => value === own) && origins.length <= 1
    ? undefined
    : { status: 403, code: 'origin-not-ours' };
};
