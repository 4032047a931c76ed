import type { Plugin } from '../config/index.ts';
import { crashed } from './crash.ts';
import type { Ending, Exchange, PluginModel } from './exchange.ts';
import { type PluginState, replyOf, runStages, type Stage } from './pipeline.ts';

/** Statuses that `kong.response.error` takes. */
const [LEAST, MOST] = [400, 599];

/** A plugin that lets a request pass or refuses it, and knows no consumer of its own. */
export const guardPlugin = <State extends PluginState>(
  name: string,
  stages: readonly Stage<State>[],
  stateOf: (plugin: Plugin, exchange: Exchange) => State,
): PluginModel => ({
  name,
  access(plugin, exchange): Ending | undefined {
    const state = stateOf(plugin, exchange);
    const run = runStages(stages, state);
    if (run.kind === 'undetermined') return run.ending;
    if (run.kind !== 'refused') return undefined;
    const { refusal } = run;
    if (refusal.kind === 'error' && (refusal.status < LEAST || refusal.status > MOST))
      return crashed(state, `code must be a number between ${LEAST} and ${MOST}`);
    return { kind: 'answered', reply: replyOf(exchange, refusal), check: run.check };
  },
});
