import type { Gateway, Plugin, Route, Service } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { pluginOrder, priorityOf, runsOverHttp, selectPlugin, whyUnclear } from './select.ts';

/** What becomes of one instance for the requests of a Route. */
export interface PluginInstance {
  readonly plugin: Plugin;
  readonly state:
    | 'runs'
    /** Another instance of the same plugin applies, whose scope is narrower. */
    | 'overridden'
    /** It takes the place of the one that runs once an earlier plugin has authenticated its consumer. */
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
  const order = pluginOrder(gateway, release);
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

const RANKS: readonly PluginInstance['state'][] = [
  'runs',
  'unclear',
  'for-consumer',
  'overridden',
  'switched-off',
  'other-protocols',
];

/** As Kong looks for them: the consumer counts most, then the Route, then the Service. */
const narrowness = ({ route, service, consumer }: Plugin): number =>
  (consumer === null ? 0 : 4) + (route === null ? 0 : 2) + (service === null ? 0 : 1);

function instanceOf(plugin: Plugin, winner: Plugin | undefined): PluginInstance {
  if (!plugin.enabled) return { plugin, state: 'switched-off' };
  if (!runsOverHttp(plugin)) return { plugin, state: 'other-protocols' };
  const why = whyUnclear(plugin);
  if (why !== undefined) return { plugin, state: 'unclear', why };
  if (plugin === winner) return { plugin, state: 'runs' };
  return { plugin, state: plugin.consumer === null ? 'overridden' : 'for-consumer' };
}
