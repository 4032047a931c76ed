import type { Problem } from '@why401/core';
import type { Plugin, Route, Service } from '../config/index.ts';
import { check, type Ending, type Exchange, modelOf } from '../plugins/index.ts';
import { effectsOf } from './effects.ts';
import { noteGroup, planOf } from './plan.ts';
import { kindOf, pluginOrder, unclearPlugin } from './select.ts';

export interface ChainEnd {
  readonly ending: Ending | undefined;
  /** The plugin that answered, or that could not be judged. */
  readonly plugin: Plugin | null;
  /** Every instance that was found, in its order: their response phases come next. */
  readonly found: readonly Plugin[];
}

/**
 * Runs the access phase of the plugins of a Route. Which instance of a plugin applies is asked when its turn comes,
 * with the consumer known then; after an answer no other one runs, but they are still looked up. A plugin that is not
 * modelled ends it as undetermined where it could change the verdict.
 */
export function runPlugins(exchange: Exchange, route: Route, service: Service | null): ChainEnd {
  let end: Omit<ChainEnd, 'found'> = { ending: undefined, plugin: null };
  const found: Plugin[] = [];
  const plan = planOf(exchange, route, service);
  if ('why' in plan) return undetermined(plan.plugin, plan.why);
  for (const name of plan.names) {
    const unclear = unclearPlugin(exchange.gateway, name);
    if (unclear !== undefined && end.ending === undefined) return undetermined(unclear.plugin, unclear.why);
    const plugin = plan.instance(name, exchange.consumer);
    if (plugin === undefined) continue;
    found.push(plugin);
    if (end.ending !== undefined) continue;
    noteGroup(exchange, plugin);
    const model = modelOf(name);
    if (model === undefined && !passes(plugin, exchange))
      return undetermined(plugin, DEPENDS[name] ?? 'is not modelled and runs before the verdict');
    const ending = model?.access?.(plugin, exchange);
    if (ending === undefined) continue;
    end = { ending, plugin };
    if (ending.kind === 'undetermined') return { ...end, found };
  }
  return { ...end, found: byPriority(exchange, found) };
}

/** An ordering is for the access phase alone. */
function byPriority({ gateway, release }: Exchange, found: readonly Plugin[]): readonly Plugin[] {
  const order = pluginOrder(gateway, release);
  return [...found].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** What decides in plugins of the Enterprise edition, by their documentation. */
const DEPENDS: Readonly<Record<string, string>> = {
  'openid-connect': 'depends on sessions and tokens that it asks the issuer about, and runs before the verdict',
  'mtls-auth':
    'depends on the certificate of the client, which is not part of the request, and runs before the verdict',
  'header-cert-auth':
    'depends on the certificate in a header and the authorities it trusts, and runs before the verdict',
  'ldap-auth-advanced': 'depends on what the directory server says, and runs before the verdict',
};

/** Whether the request goes on all the same; what the plugin may add to it is noted. */
function passes(plugin: Plugin, exchange: Exchange): boolean {
  const { access } = effectsOf(plugin, kindOf(plugin.name), exchange.request);
  if (access === 'decides') return false;
  if (access === 'adds-headers') exchange.path.push(addsHeaders(plugin));
  return true;
}

const addsHeaders = (plugin: Plugin) =>
  check({
    plugin,
    step: 'adds-headers',
    name: plugin.name,
    outcome: 'unknown',
    data: { name: plugin.name },
    basis: [{ kind: 'kong-source', ref: `kong/plugins/${plugin.name}/handler.lua@3.9.1` }],
    at: () => plugin.place(),
  });

function undetermined(plugin: Plugin, why: string): ChainEnd {
  return { ending: { kind: 'undetermined', because: [notModelled(plugin, why)] }, plugin, found: [] };
}

export const notModelled = (plugin: Plugin, why: string): Problem => ({
  code: 'plugin-not-modelled',
  message: `the plugin ${plugin.name} ${why}`,
  place: plugin.place(),
});
