import type { Plugin } from '../config/index.ts';
import type { Ending, Exchange, PluginModel } from './exchange.ts';
import { type PluginState, replyOf, runStages, type Stage } from './pipeline.ts';

/** A plugin that lets a request pass or refuses it, and knows no consumer of its own. */
export const guardPlugin = <State extends PluginState>(
  name: string,
  stages: readonly Stage<State>[],
  stateOf: (plugin: Plugin, exchange: Exchange) => State,
): PluginModel => ({
  name,
  access(plugin, exchange): Ending | undefined {
    const run = runStages(stages, stateOf(plugin, exchange));
    if (run.kind === 'undetermined') return run.ending;
    if (run.kind !== 'refused') return undefined;
    return { kind: 'answered', reply: replyOf(exchange, run.refusal), check: run.check };
  },
});
