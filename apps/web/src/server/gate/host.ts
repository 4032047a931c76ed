import type { Check } from './visit.ts';

/**
 * The name must be ours to the character. A rebound name sends no `Origin` on GET and no `Sec-Fetch-*`,
 * so only this check stops it; Node itself lets an empty, doubled or (HTTP/1.0) missing `Host` through.
 */
export const host: Check = (visit, { port }) => {
  const hosts = visit.all('host');
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  return hosts.length === 1 && ours.includes(hosts[0] ?? '') ? undefined : { status: 403, code: 'host-not-ours' };
};
