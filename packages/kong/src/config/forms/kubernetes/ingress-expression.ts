import { byteLength } from '../../limits.ts';
import type { Table } from '../../schema/table.ts';
import { isHost, isHostPattern } from './annotations.ts';
import {
  allOf,
  anyOf,
  belowPath,
  headerField,
  onHosts,
  onMethods,
  onPath,
  onSnis,
  pathPattern,
  predicate,
} from './expression.ts';
import { annotation, headersOf, namesIn, type Resource } from './resource.ts';

/** One path of a rule, slashes joined. */
export interface PathEntry {
  readonly type: string;
  readonly path: string;
}

/** Expression and priority of a Route for the expressions router (KIC `subtranslator/ingress_atc.go@v3.5.9`). */
export function ingressExpression(resource: Resource, host: string, entries: readonly PathEntry[]): Table {
  const prefix = annotation(resource, 'regex-prefix') || '/~';
  const hosts = [...(host === '' ? [] : [host]), ...namesIn(annotation(resource, 'host-aliases'))];
  const methods = namesIn(annotation(resource, 'methods')).map((name) => name.toUpperCase());
  const snis = namesIn(annotation(resource, 'snis'));
  const headers = Object.entries(headersOf(resource));
  const expression = allOf([
    onHosts(hosts.filter(isHostPattern)),
    anyOf(entries.map((entry) => onEntry(entry, prefix))),
    onHeaders(headers),
    onMethods(methods.filter((name) => /^[A-Z]+$/.test(name))),
    onSnis(snis.filter(isHost)),
  ]);
  const lengths = entries.map((entry) => lengthOf(entry, prefix));
  const fields = [hosts, entries, headers, methods, snis].filter((list) => list.length > 0).length;
  const priority =
    Math.min(Math.max(...lengths), 2 ** 16 - 1) +
    (entries.some((entry) => isPattern(entry, prefix)) ? 2 ** 16 : 0) +
    (hosts.length > 0 && hosts.every((one) => !one.startsWith('*')) ? 2 ** 32 : 0) +
    Math.min(headers.length, 255) * 2 ** 33 +
    fields * 2 ** 41 +
    OF_INGRESS;
  return { expression, priority };
}

/** Routes of an Ingress go before those of an HTTPRoute. */
const OF_INGRESS = 3 * 2 ** 44;

function onEntry({ type, path }: PathEntry, prefix: string): string {
  if (type === 'Prefix') return belowPath(`/${path.replace(/^\/+|\/+$/g, '')}`);
  if (type === 'Exact') return onPath('==', `/${path.replace(/^\/+/, '')}`);
  return path.startsWith(prefix) ? pathPattern(path.slice(prefix.length) || '^/') : onPath('^=', path);
}

/** Exact and prefix paths count as the regular expressions that they are for other routers. */
const isPattern = ({ type, path }: PathEntry, prefix: string): boolean =>
  type === 'Exact' || type === 'Prefix' || path.startsWith(prefix);

function lengthOf({ type, path }: PathEntry, prefix: string): number {
  const inner = path.replace(/^\/+/, '');
  if (type === 'Exact') return 1 + byteLength(inner);
  if (type !== 'Prefix') return byteLength(path.startsWith(prefix) ? path.slice(prefix.length) : path);
  const base = inner.replace(/\/+$/, '');
  return base === '' ? 1 : 2 + byteLength(base);
}

function onHeaders(headers: readonly (readonly [string, readonly string[]])[]): string {
  const sorted = [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => name.toLowerCase() !== 'host');
  return allOf(
    sorted.map(([name, values]) =>
      anyOf(
        values.map((value) =>
          value.startsWith('~*')
            ? predicate(headerField(name), '~', value.slice(2))
            : predicate(headerField(name), '==', value),
        ),
      ),
    ),
  );
}
