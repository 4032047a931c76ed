import { exitError } from '../wire/index.ts';
import type { Ending } from './exchange.ts';
import { failed, note, type PluginState, type StepResult } from './pipeline.ts';

/** Lua of the plugin itself fails, and nothing catches it: 500 of the core. `error`: what the error log says of it. */
export function crashed(state: PluginState, error: string): Ending {
  return endOf(state, crash(state, error));
}

/** The same as the result of a step. */
export function crash({ exchange, plugin }: PluginState, error: string): StepResult<'plugin-crash'> {
  const { request, release, log } = exchange;
  log.push(`[error] [kong] [${plugin.name}] ${error}`);
  const reply = exitError(request, 500, 'An unexpected error occurred', release.switches);
  return failed('plugin-crash', { plugin: plugin.name, error }, { kind: 'reply', reply }, { at: () => plugin.place() });
}

function endOf(state: PluginState, result: StepResult<'plugin-crash'>): Ending {
  const { refusal } = result;
  const check = note(state, 'crash', result);
  if (refusal?.kind !== 'reply') throw new TypeError('a crash has a reply of its own');
  return { kind: 'answered', reply: refusal.reply, check };
}
