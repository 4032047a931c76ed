import type { Gateway, Plugin, Route, Service } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { ordered } from './ordering.ts';
import { PRECEDENCE } from './precedence.ts';
import { isOrdered, pluginOrder, priorityOf, runsOverHttp, selectPlugin, whyUnclear } from './select.ts';

/** What becomes of one instance for the requests of a Route. */
export interface PluginInstance {
  readonly plugin: Plugin;
  readonly state:
    | 'runs'
    /** Another instance of the same plugin applies, whose scope is narrower. */
    | 'overridden'
    /** It takes the place of the one that runs once an earlier plugin has authenticated its consumer, or one of its group. */
    | 'for-consumer'
    | 'switched-off'
    | 'other-protocols'
    /** The file does not tell whether it runs. */
    | 'unclear';
  readonly why?: string;
}

/** A plugin by its name, with every instance that could be meant to apply: the one that runs first. */
export interface EffectivePlugin {
  readonly name: string;
  /** Higher runs first; infinite where it is not known here. */
  readonly priority: number;
  readonly instances: readonly PluginInstance[];
}

/** The plugins of a Route in the order in which they run, each with the instance that won and those that did not. */
export function effectivePlugins(
  gateway: Gateway,
  route: Route,
  service: Service | null,
  release: Release,
): readonly EffectivePlugin[] {
  const instances = new Map<string, Plugin[]>();
  for (const plugin of gateway.plugins) {
    if (plugin.route !== null && plugin.route !== route) continue;
    if (plugin.service !== null && plugin.service !== service) continue;
    const list = instances.get(plugin.name);
    if (list === undefined) instances.set(plugin.name, [plugin]);
    else list.push(plugin);
  }
  const order = accessOrder(gateway, route, service, release);
  const others = [...instances.keys()].filter((name) => !order.includes(name));
  return [...order, ...others].flatMap((name) => {
    const found = instances.get(name);
    if (found === undefined) return [];
    const winner = selectPlugin(gateway, name, route, service, null);
    const judged = found.map((plugin) => instanceOf(plugin, winner));
    judged.sort(
      (a, b) => RANKS.indexOf(a.state) - RANKS.indexOf(b.state) || narrowness(b.plugin) - narrowness(a.plugin),
    );
    return [{ name, priority: priorityOf(name, release), instances: judged }];
  });
}

function accessOrder(gateway: Gateway, route: Route, service: Service | null, release: Release): readonly string[] {
  const order = pluginOrder(gateway, release);
  if (!isOrdered(gateway) || release.version === '2.8') return order;
  return ordered(order, (name) => selectPlugin(gateway, name, route, service, null)) ?? order;
}

const RANKS: readonly PluginInstance['state'][] = [
  'runs',
  'unclear',
  'for-consumer',
  'overridden',
  'switched-off',
  'other-protocols',
];

/** As Kong looks for them. */
function narrowness({ route, service, consumer, consumerGroup }: Plugin): number {
  const owner = consumer !== null ? 'consumer' : consumerGroup !== null ? 'group' : undefined;
  const at = PRECEDENCE.findIndex(
    ([r, s, whose]) => r === (route !== null) && s === (service !== null) && whose === owner,
  );
  return PRECEDENCE.length - at;
}

function instanceOf(plugin: Plugin, winner: Plugin | undefined): PluginInstance {
  if (!plugin.enabled) return { plugin, state: 'switched-off' };
  if (!runsOverHttp(plugin)) return { plugin, state: 'other-protocols' };
  const why = whyUnclear(plugin);
  if (why !== undefined) return { plugin, state: 'unclear', why };
  if (plugin === winner) return { plugin, state: 'runs' };
  return { plugin, state: plugin.consumer === null && plugin.consumerGroup === null ? 'overridden' : 'for-consumer' };
}
