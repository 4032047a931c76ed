import type { Consumer, Gateway, Plugin, Route, Service } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { CATALOGUE, type PluginKind } from './catalogue-table.ts';

const HTTP: ReadonlySet<string> = new Set(['http', 'https', 'grpc', 'grpcs', 'ws', 'wss']);

interface PluginIndex {
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, Plugin>>;
  readonly orders: Map<string, readonly string[]>;
}

const indexes = new WeakMap<Gateway, PluginIndex>();

const keyOf = (route: string | undefined, service: string | undefined, consumer: string | undefined): string =>
  `${route ?? ''}:${service ?? ''}:${consumer ?? ''}`;

function indexOf(gateway: Gateway): PluginIndex {
  const known = indexes.get(gateway);
  if (known !== undefined) return known;
  const byName = new Map<string, Map<string, Plugin>>();
  for (const plugin of gateway.plugins) {
    if (!plugin.enabled || !plugin.protocols.some((protocol) => HTTP.has(protocol))) continue;
    const scopes = byName.get(plugin.name) ?? new Map<string, Plugin>();
    scopes.set(keyOf(plugin.route?.id, plugin.service?.id, plugin.consumer?.id), plugin);
    byName.set(plugin.name, scopes);
  }
  const made = { byName, orders: new Map() };
  indexes.set(gateway, made);
  return made;
}

/** Names of the enabled plugins in the order in which they run: priority, then name, both descending. */
export function pluginOrder(gateway: Gateway, release: Release): readonly string[] {
  const { byName, orders } = indexOf(gateway);
  const known = orders.get(release.version);
  if (known !== undefined) return known;
  const order = [...byName.keys()].sort((a, b) => {
    const [first, second] = [priorityOf(a, release), priorityOf(b, release)];
    if (first !== second) return second - first;
    return a < b ? 1 : -1;
  });
  orders.set(release.version, order);
  return order;
}

/** A plugin that is not known runs first here, since it could run before any other. */
function priorityOf(name: string, { version }: Release): number {
  const kind = kindOf(name);
  if (kind === undefined) return Number.POSITIVE_INFINITY;
  const old = kind.priorities?.find(([until]) => version === '2.8' || (until === '3.8' && /^3\.[0-8]$/.test(version)));
  return old?.[1] ?? kind.priority;
}

export const kindOf = (name: string): PluginKind | undefined =>
  Object.hasOwn(CATALOGUE, name) ? CATALOGUE[name] : undefined;

/** The one instance that runs, the most specific first; configurations are never merged. */
export function selectPlugin(
  gateway: Gateway,
  name: string,
  route: Route,
  service: Service | null,
  consumer: Consumer | null,
): Plugin | undefined {
  const scopes = indexOf(gateway).byName.get(name);
  if (scopes === undefined) return undefined;
  const [r, s, c] = [route.id, service?.id, consumer?.id];
  if (c !== undefined) {
    const own =
      (s === undefined ? undefined : scopes.get(keyOf(r, s, c))) ??
      scopes.get(keyOf(r, undefined, c)) ??
      (s === undefined ? undefined : scopes.get(keyOf(undefined, s, c)));
    if (own !== undefined) return own;
  }
  return (
    (s === undefined ? undefined : scopes.get(keyOf(r, s, undefined))) ??
    (c === undefined ? undefined : scopes.get(keyOf(undefined, undefined, c))) ??
    scopes.get(keyOf(r, undefined, undefined)) ??
    (s === undefined ? undefined : scopes.get(keyOf(undefined, s, undefined))) ??
    scopes.get(keyOf(undefined, undefined, undefined))
  );
}
