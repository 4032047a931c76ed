/** Escapes of these bytes stay, with upper-case digits; every other escape is decoded. */
const RESERVED: ReadonlySet<string> = new Set("!*'();:@&=+$,/?%#[]");

/** The path that Kong routes on: the target up to its first `?` (a `#` stays), normalized. Byte strings. */
export function routedPath(uri: string): string {
  const question = uri.indexOf('?', 1);
  return normalizePath(question < 0 ? uri : uri.slice(0, question));
}

/** `kong.tools.uri.normalize`: unreserved escapes decoded once, dot segments removed, slashes merged. */
export function normalizePath(path: string): string {
  let out = path;
  if (out.includes('%')) out = out.replace(/%([0-9A-Fa-f]{2})/g, (escape, hex: string) => decoded(escape, hex));
  return out.includes('.') || out.includes('//') ? withoutDots(out) : out;
}

function decoded(escape: string, hex: string): string {
  const byte = String.fromCharCode(Number.parseInt(hex, 16));
  return RESERVED.has(byte) ? escape.toUpperCase() : byte;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  const last = segments[segments.length - 1];
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const open = last === '' || last === '.' || last === '..';
  return kept.length === 0 ? '/' : `/${kept.join('/')}${open ? '/' : ''}`;
}

/** `kong.tools.uri.escape`: bytes that may not stand in a target become `%XX`; `%` itself is never escaped. */
export const escapePath = (path: string): string =>
  path.replace(
    /[^A-Za-z0-9\-_.~!#$&'()*+,/:;=?@[\]%]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
