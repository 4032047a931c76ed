import type { Problem } from '@why401/core';
import type { Plugin, Route, Service } from '../config/index.ts';
import { check, type Ending, type Exchange, jwt, type PluginModel } from '../plugins/index.ts';
import { effectsOf } from './effects.ts';
import { kindOf, pluginOrder, selectPlugin, unclearPlugin } from './select.ts';

const MODELS: ReadonlyMap<string, PluginModel> = new Map([[jwt.name, jwt]]);

export interface ChainEnd {
  readonly ending: Ending | undefined;
  /** The plugin that answered, or that could not be judged. */
  readonly plugin: Plugin | null;
}

/**
 * Runs the plugins of a Route. One that is not modelled ends it as undetermined where it could change the
 * verdict: where it runs before anybody answered, or may rewrite the answer.
 */
export function runPlugins(exchange: Exchange, route: Route, service: Service | null): ChainEnd {
  let end: ChainEnd = { ending: undefined, plugin: null };
  const others: Plugin[] = [];
  for (const name of pluginOrder(exchange.gateway, exchange.release)) {
    const unclear = unclearPlugin(exchange.gateway, name);
    if (unclear !== undefined && end.ending === undefined) return undetermined(unclear.plugin, unclear.why);
    const plugin = selectPlugin(exchange.gateway, name, route, service, exchange.consumer);
    if (plugin === undefined) continue;
    const model = MODELS.get(name);
    if (model === undefined) {
      others.push(plugin);
      if (end.ending === undefined && !passes(plugin, exchange))
        return undetermined(plugin, 'is not modelled and runs before the verdict');
      continue;
    }
    if (end.ending !== undefined) continue;
    const ending = model.access(plugin, exchange);
    if (ending === undefined) continue;
    end = { ending, plugin };
    if (ending.kind === 'undetermined') return end;
  }
  const rewriter =
    end.ending === undefined ? undefined : others.find((one) => effects(one, exchange).response === 'rewrites');
  return rewriter === undefined ? end : undetermined(rewriter, 'is not modelled and may rewrite the answer');
}

const effects = (plugin: Plugin, { request }: Exchange) => effectsOf(plugin, kindOf(plugin.name), request);

/** Whether the request goes on all the same; what the plugin may add to it is noted. */
function passes(plugin: Plugin, exchange: Exchange): boolean {
  const { access } = effects(plugin, exchange);
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
  const problem: Problem = {
    code: 'plugin-not-modelled',
    message: `the plugin ${plugin.name} ${why}`,
    place: plugin.place(),
  };
  return { ending: { kind: 'undetermined', because: [problem] }, plugin };
}
