import { type Route, type Service, showUnknown } from '../config/index.ts';
import type { RouterFlavor } from '../versions/index.ts';
import { queryOf } from '../wire/index.ts';
import { escapePath } from './path.ts';

/** The path, with its query, that Kong sends upstream. `matched` is what the Route's paths matched; byte strings. */
export function upstreamPath(
  uri: string,
  path: string,
  matched: string,
  route: Route,
  service: Service | null,
  flavor: RouterFlavor,
): string {
  const base = showUnknown(service?.path ?? '/', (name) => name);
  const v1 = route.pathHandling === 'v1' && flavor === 'traditional';
  const joined = v1 ? joinV1(base, path, matched, route.stripPath) : joinV0(base, path, matched, route.stripPath);
  const query = queryOf(uri);
  if (query !== undefined && query !== '') return `${escapePath(joined)}?${query}`;
  return uri.endsWith('?') ? `${escapePath(joined)}?` : escapePath(joined);
}

/** What is left of the path behind the matched prefix. */
function restOf(path: string, matched: string, strip: boolean): string {
  const rest = strip && matched !== '' ? path.slice(matched.length) : path.slice(1);
  if (rest === '.' || rest === '..') return '';
  return rest.replace(/^\.\.?\//, '');
}

function joinV0(base: string, path: string, matched: string, strip: boolean): string {
  const slash = base.endsWith('/');
  if (!strip) {
    if (slash) return base + path.slice(1);
    return path === '/' ? base : base + path;
  }
  const rest = restOf(path, matched, strip);
  if (rest === '') {
    const ends = path.endsWith('/');
    if (!slash) return path.length > 1 && ends ? `${base}/` : base;
    return base === '/' || ends ? base : base.slice(0, -1);
  }
  if (rest.startsWith('/')) return slash ? base.slice(0, -1) + rest : base + rest;
  return slash ? base + rest : `${base}/${rest}`;
}

function joinV1(base: string, path: string, matched: string, strip: boolean): string {
  if (!strip) return base + path.slice(1);
  const rest = restOf(path, matched, strip);
  return base.endsWith('/') && rest.startsWith('/') ? base + rest.slice(1) : base + rest;
}
