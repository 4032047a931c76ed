import { isUnknown, type Route } from '../config/index.ts';
import type { Asked } from './asked.ts';
import { splitPort } from './host.ts';
import type { Doubt } from './predicates/index.ts';

/** Fields without which it is not known whether the Route matches, how it ranks, or what Kong does then. */
const DECIDES: ReadonlySet<string> = new Set([
  'created_at',
  'destinations',
  'enabled',
  'expression',
  'headers',
  'hosts',
  'https_redirect_status_code',
  'methods',
  'paths',
  'priority',
  'protocols',
  'regex_priority',
  'snis',
  'sources',
]);

/** The attribute of the Route that the file does not hold, if the router needs it. */
export function unsureAttribute(route: Route): string | undefined {
  const { methods, hosts, paths, snis, headers, expression } = route;
  const hidden = [...(route.unknownFields ?? []), ...(route.service?.unknownFields ?? [])].find((name) =>
    DECIDES.has(name),
  );
  if (hidden !== undefined) return hidden;
  if (isUnknown(expression)) return 'expression';
  const lists = { methods, hosts, paths, snis };
  for (const [name, list] of Object.entries(lists)) {
    const at = list?.findIndex(isUnknown) ?? -1;
    if (at >= 0) return `${name}.${at}`;
  }
  return Object.values(headers ?? {}).some((values) => values.some(isUnknown)) ? 'headers' : undefined;
}

/** Why it is not known whether such a Route takes the request; undefined where what is known of it excludes that. */
export function unsureMatch(route: Route, attribute: string, asked: Asked): Doubt | undefined {
  return excluded(route, asked) ? undefined : { attribute, why: 'is not in the file' };
}

/** Conditions that every flavor has. */
function excluded({ methods, hosts, paths }: Route, { method, host, path }: Asked): boolean {
  if (known(methods) && !methods.includes(method)) return true;
  if (known(paths) && paths.every((one) => PLAIN.test(one) && !path.startsWith(one))) return true;
  const { bare } = splitPort(host);
  return known(hosts) && hosts.every((one) => !/[*:[\]]/.test(one)) && ![host, bare].some((one) => hosts.includes(one));
}

const PLAIN = /^[a-zA-Z0-9._/-]*$/;

const known = (list: readonly string[] | null): list is readonly string[] =>
  list !== null && list.length > 0 && !list.some(isUnknown);
