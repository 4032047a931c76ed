import type { Evidence } from '../../evidence/index.ts';

/**
 * Whether nothing on this Route could have written one of Kong's texts in its place: no function, no plugin that is
 * not known, no request-termination. Without a Route no plugin runs at all.
 */
export function isSettled({ configured, record }: Evidence): boolean {
  const { entry } = record;
  if (entry !== null && !entry.truncated && entry.route === null && entry.status !== null) return true;
  if (configured.gateway === null) return false;
  return !configured.plugins.some(
    ({ name, config }) => config === undefined || /-function$|^request-termination$/.test(name),
  );
}
