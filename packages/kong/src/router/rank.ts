import type { Route } from '../config/index.ts';
import type { RouterFlavor } from '../versions/index.ts';
import { filled } from './candidate.ts';

/** Order among Routes that match: more attributes, then which ones, then the longer path. Compared from the front. */
export type Rank = readonly number[];

/** Rank of a Route of methods, hosts and prefix paths, with the length of the prefix that matched. */
export function rankOf(route: Route, prefix: string, flavor: RouterFlavor): Rank {
  const [host, path, method] = [filled(route.hosts), filled(route.paths), filled(route.methods)];
  const count = Number(host) + Number(path) + Number(method);
  const plain = route.hosts !== null && !route.hosts.some((one) => one.includes('*'));
  if (flavor !== 'traditional') return [Number(plain), count, prefix.length];
  const kinds = (host ? 0x40 : 0) + (path ? 0x10 : 0) + (method ? 0x08 : 0);
  return [count, kinds, host && plain ? 2 : 0, prefix.length];
}

/** Negative where `a` comes first. */
export function compareRanks(a: Rank, b: Rank): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (b[i] ?? 0) - (a[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
