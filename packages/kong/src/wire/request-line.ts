/** What nginx says to a request line it does not take; `undefined` where it takes it. */
export type LineFault = { readonly status: 400 | 405 | 414; readonly reason: string };

const METHOD = /^[A-Z_-]+$/;
const BARE_BYTE = /[\x00-\x20\x7f]/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/;

/** The part of a target that nginx reads as path, query and fragment: `http://b/x?y` is `/x?y`. */
export function relativeTarget(target: string): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(ABSOLUTE, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Faults that nginx finds before it has read any header line. */
export function requestLineFault(method: string, target: string): LineFault | undefined {
  if (!METHOD.test(method) || method === 'CONNECT') return { status: 400, reason: 'method' };
  if (!target.startsWith('/') && !ABSOLUTE.test(target)) return { status: 400, reason: 'target' };
  if (BARE_BYTE.test(target)) return { status: 400, reason: 'target-byte' };
  const path = /^[^?#]*/.exec(relativeTarget(target))?.[0] ?? '/';
  if (path.includes('%') || path.includes('.')) return pathFault(path);
  return undefined;
}

/** Judged on nginx's own reading: escapes decoded once first, so `%2f` is a slash and `%2e` a dot; slashes merged. */
function pathFault(path: string): LineFault | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(path)) return { status: 400, reason: 'broken-escape' };
  if (/%00/.test(path)) return { status: 400, reason: 'nul' };
  const decoded = path.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  let depth = 0;
  for (const segment of decoded.split('/')) {
    if (segment === '..') depth--;
    else if (segment !== '' && segment !== '.') depth++;
    if (depth < 0) return { status: 400, reason: 'above-root' };
  }
  return undefined;
}
