import type { Consumer, Entity, Gateway, Plugin, Route, Service } from '../config/index.ts';
import { consumerGroupsOf } from '../plugins/index.ts';
import type { Release } from '../versions/index.ts';
import { CATALOGUE, type PluginKind } from './catalogue-table.ts';
import { orderingOf } from './ordering.ts';
import { type KeyOf, mostSpecific } from './precedence.ts';

const HTTP: ReadonlySet<string> = new Set(['http', 'https', 'grpc', 'grpcs', 'ws', 'wss']);

interface PluginIndex {
  readonly byName: ReadonlyMap<string, Scopes>;
  readonly orders: Map<string, readonly string[]>;
  readonly keyOf: KeyOf;
  /** Some plugin has an ordering of its own. */
  readonly isOrdered: boolean;
}

interface Scopes {
  readonly byKey: Map<string, Plugin>;
  unclear?: Unclear;
}

interface Unclear {
  readonly plugin: Plugin;
  readonly why: string;
}

/** Others see no HTTP request. */
export const runsOverHttp = ({ protocols }: Plugin): boolean => protocols.some((protocol) => HTTP.has(protocol));

const indexes = new WeakMap<Gateway, PluginIndex>();

function indexOf(gateway: Gateway): PluginIndex {
  const known = indexes.get(gateway);
  if (known !== undefined) return known;
  const keyOf = keys();
  const byName = new Map<string, Scopes>();
  for (const plugin of gateway.plugins) {
    if (!plugin.enabled || !runsOverHttp(plugin)) continue;
    const scopes = byName.get(plugin.name) ?? { byKey: new Map<string, Plugin>() };
    const why = whyUnclear(plugin);
    if (why !== undefined) scopes.unclear = { plugin, why };
    else scopes.byKey.set(keyOf(plugin.route, plugin.service, plugin.consumer ?? plugin.consumerGroup), plugin);
    byName.set(plugin.name, scopes);
  }
  const isOrdered = gateway.plugins.some((plugin) => plugin.enabled && orderingOf(plugin) !== undefined);
  const made: PluginIndex = { byName, orders: new Map(), keyOf, isOrdered };
  indexes.set(gateway, made);
  return made;
}

/** Ids may be unknown, so entities are told apart as objects. */
function keys(): KeyOf {
  const numbers = new Map<Entity, number>();
  const numberOf = (entity: Entity | null): string => {
    if (entity === null) return '';
    const number = numbers.get(entity) ?? numbers.size;
    numbers.set(entity, number);
    return String(number);
  };
  return (route, service, whose) => `${numberOf(route)}:${numberOf(service)}:${numberOf(whose)}`;
}

const SCOPES = ['route', 'service', 'consumer', 'consumer_group'] as const;

/** Why the file does not tell whether, when or for what an instance runs. */
export function whyUnclear(plugin: Plugin): string | undefined {
  const raw = (plugin.raw ?? {}) as Readonly<Record<string, unknown>>;
  const isWritten = (name: string): boolean => raw[name] !== undefined && raw[name] !== null;
  if (plugin.unknownFields?.includes('enabled')) return 'is perhaps not enabled';
  if (isWritten('condition')) return 'runs under a condition, which is not modelled';
  const { route, service, consumer, consumerGroup } = plugin;
  const scope = { route, service, consumer, consumer_group: consumerGroup };
  const unknown = SCOPES.find((name) => isWritten(name) && scope[name] === null);
  return unknown === undefined ? undefined : `belongs to a ${unknown} that the file does not tell`;
}

/** An instance that may or may not run for this request, and why that is not known. */
export const unclearPlugin = (gateway: Gateway, name: string): Unclear | undefined =>
  indexOf(gateway).byName.get(name)?.unclear;

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
export function priorityOf(name: string, { version }: Release): number {
  const kind = kindOf(name);
  if (kind === undefined) return Number.POSITIVE_INFINITY;
  const old = kind.priorities?.find(([until]) => version === '2.8' || (until === '3.8' && /^3\.[0-8]$/.test(version)));
  return old?.[1] ?? kind.priority;
}

export const kindOf = (name: string): PluginKind | undefined =>
  Object.hasOwn(CATALOGUE, name) ? CATALOGUE[name] : undefined;

/** Whether some plugin of the workspace has an ordering of its own. */
export const isOrdered = (gateway: Gateway): boolean => indexOf(gateway).isOrdered;

/**
 * The one instance that runs, the most specific first; configurations are never merged. The groups of the consumer
 * count beside the consumer itself.
 */
export function selectPlugin(
  gateway: Gateway,
  name: string,
  route: Route,
  service: Service | null,
  consumer: Consumer | null,
): Plugin | undefined {
  const { byName, keyOf } = indexOf(gateway);
  const found = byName.get(name)?.byKey;
  if (found === undefined || found.size === 0) return undefined;
  return mostSpecific(found, keyOf, { route, service, consumer, groups: consumerGroupsOf(gateway, consumer) });
}

/** What runs its response phase over answers that come before any Route's plugins: 404, 426, nginx's own. */
export const globalPlugins = (gateway: Gateway, release: Release): readonly Plugin[] =>
  pluginOrder(gateway, release).flatMap((name) => {
    const { byName, keyOf } = indexOf(gateway);
    const plugin = byName.get(name)?.byKey.get(keyOf(null, null, null));
    return plugin === undefined ? [] : [plugin];
  });
