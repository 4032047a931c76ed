import { fromBytes, toBytes } from '../../../wire/index.ts';
import { type PcreRelease, pcreFault } from '../../languages/pcre/index.ts';
import { isUnknown } from '../../unknown.ts';

const RFC3986_PATH = /^\/[A-Za-z0-9._~/%:@!$&'()*+,;=-]*$/;
const RESERVED = "!*'();:@&=+$,/?%#[]";

/** The path of a service. */
export const servicePath = (text: string): string | undefined =>
  RFC3986_PATH.test(text)
    ? badEscape(text)
    : `invalid path: '${text}' (characters outside of the reserved list of RFC 3986 found)`;

/** A path of a route since 3.1. */
export const routePath =
  (engine: PcreRelease) =>
  (text: string): string | undefined => {
    const escape = RFC3986_PATH.test(text) ? badEscape(text) : undefined;
    if (escape !== undefined) return escape;
    if (text.startsWith('~')) return badPattern(text.slice(1), engine);
    const normal = fromBytes(normalizePath(toBytes(text)));
    return normal === text ? undefined : `non-normalized path, consider use '${normal}' instead`;
  };

/** A path of a route before 3.1: whatever is not plain is a pattern. */
export const oldRoutePath =
  (engine: PcreRelease) =>
  (text: string): string | undefined =>
    RFC3986_PATH.test(text) ? badEscape(text) : badPattern(text.replace(/^~/, ''), engine);

function badPattern(pattern: string, engine: PcreRelease): string | undefined {
  const fault = isUnknown(pattern) ? undefined : pcreFault(toBytes(pattern), engine);
  return fault === undefined ? undefined : `invalid regex: '${pattern}' (PCRE returned: ${fromBytes(fault)})`;
}

function badEscape(text: string): string | undefined {
  const rest = text.replace(/%[0-9A-Fa-f]{2}/g, '___');
  const bad = /%.?.?/s.exec(rest)?.[0];
  return bad === undefined ? undefined : `invalid url-encoded value: '${bad}'`;
}

/**
 * The form in which the router compares paths (`kong/tools/uri.lua`): escapes of unreserved
 * characters decoded, dot segments removed, slashes merged. Byte strings.
 */
export function normalizePath(path: string): string {
  let rest = path.replace(/%([0-9A-Fa-f]{2})/g, (escape, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return RESERVED.includes(character) ? escape.toUpperCase() : character;
  });
  if (rest === '' || rest === '/' || !(rest.includes('.') || rest.includes('//'))) return rest;
  const out: string[] = [];
  while (rest !== '') {
    if (rest === '/.') rest = '/';
    else if (rest === '/..') {
      rest = '/';
      out.pop();
    } else if (rest === '.' || rest === '..') rest = '';
    else if (rest.startsWith('../')) rest = rest.slice(3);
    else if (rest.startsWith('./') || rest.startsWith('/./')) rest = rest.slice(2);
    else if (rest.startsWith('/../')) {
      rest = rest.slice(3);
      out.pop();
    } else if (rest.startsWith('//')) rest = rest.slice(1);
    else {
      const slash = rest.indexOf('/', 1);
      out.push(slash < 0 ? rest : rest.slice(0, slash));
      rest = slash < 0 ? '' : rest.slice(slash);
    }
  }
  return out.join('');
}

/** What the loader makes of a path in a file of format 1.1 or 2.1: everything but a plain path becomes a regex. */
export function migratePath(text: string): string {
  const path = toBytes(text);
  if (/^[a-zA-Z0-9._~/%-]*$/.test(path)) return fromBytes(normalizePath(path));
  return fromBytes(`~${path.replace(/%([0-9A-Fa-f]{2})/g, migrateEscape)}`);
}

/** Reserved characters that a regular expression would read otherwise stay escaped. */
const KEPT = "!#$%&'()*+,/:;=?@[]";
const META = '.^-{}\\|';

function migrateEscape(escape: string, hex: string): string {
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  if (KEPT.includes(character)) return escape.toUpperCase();
  return META.includes(character) ? `\\${character}` : character;
}
