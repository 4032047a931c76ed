import { type Route, showUnknown } from '../config/index.ts';
import { queryOf } from '../wire/index.ts';
import { escapePath } from './path.ts';

/**
 * The path, with its query, that Kong sends upstream. `rest` is what is left behind the match, undefined where no
 * path took part in it; byte strings. Only the traditional router honours `path_handling: v1`.
 */
export function upstreamPath(
  uri: string,
  path: string,
  rest: string | undefined,
  route: Route,
  honoursV1: boolean,
): string {
  const base = showUnknown(route.service?.path ?? '/', (name) => name);
  const v1 = route.pathHandling === 'v1' && honoursV1;
  const left = sanitized(rest ?? path.slice(1));
  const joined = v1 ? joinV1(base, path, left, route.stripPath) : joinV0(base, path, left, route.stripPath);
  const query = queryOf(uri);
  if (query !== undefined && query !== '') return `${escapePath(joined)}?${query}`;
  return uri.endsWith('?') ? `${escapePath(joined)}?` : escapePath(joined);
}

function sanitized(rest: string): string {
  if (rest === '.' || rest === '..') return '';
  return rest.replace(/^\.\.?\//, '');
}

function joinV0(base: string, path: string, rest: string, strip: boolean): string {
  const slash = base.endsWith('/');
  if (!strip) {
    if (slash) return base + path.slice(1);
    return path === '/' ? base : base + path;
  }
  if (rest === '') {
    const ends = path.endsWith('/');
    if (!slash) return path.length > 1 && ends ? `${base}/` : base;
    return base === '/' || ends ? base : base.slice(0, -1);
  }
  if (rest.startsWith('/')) return slash ? base.slice(0, -1) + rest : base + rest;
  return slash ? base + rest : `${base}/${rest}`;
}

function joinV1(base: string, path: string, rest: string, strip: boolean): string {
  if (!strip) return base + path.slice(1);
  return base.endsWith('/') && rest.startsWith('/') ? base + rest.slice(1) : base + rest;
}
