import type { Outcome, Place, Problem } from '@why401/core';
import type { Plugin } from '../config/index.ts';
import type { Check } from '../judgement/index.ts';
import type { SwitchName } from '../versions/index.ts';
import { pluginError, type Reply } from '../wire/index.ts';
import { basisOfPlugin } from './basis.ts';
import { check } from './check.ts';
import type { Ending, Exchange } from './exchange.ts';
import { textOf } from './status-texts-table.ts';
import type { StepData, StepId } from './steps.ts';

/** What the stages of one plugin hand on to each other, at least. */
export interface PluginState {
  readonly plugin: Plugin;
  readonly exchange: Exchange;
}

/** How a failing step answers: `kong.response.error`, or a reply of its own. */
export type Refusal =
  | {
      readonly kind: 'error';
      readonly status: number;
      /** Kong's text for the status where absent. */
      readonly message?: string | undefined;
      readonly headers?: Reply['headers'];
      /** Lines of the error log. */
      readonly log?: readonly string[];
    }
  | { readonly kind: 'reply'; readonly reply: Reply };

export interface StepResult<Id extends StepId = StepId> {
  readonly step: Id;
  readonly outcome: Outcome;
  readonly data: StepData[Id];
  readonly found?: string;
  readonly wanted?: string;
  readonly at?: () => Place;
  readonly refusal?: Refusal;
  /** Nothing after this step is looked at, and the request goes on. */
  readonly skips?: true;
  /** Of an unknown outcome: what is not known (`env:DECK_ISSUER`). */
  readonly unknown?: readonly string[];
}

export interface Stage<State extends PluginState> {
  /** The word that a person reads. */
  readonly name: string;
  readonly check: (state: State) => StepResult | undefined;
  /** Switches of `versions` that change this stage. */
  readonly differs: readonly SwitchName[];
}

type Where = Pick<StepResult, 'found' | 'wanted' | 'at'>;

export const passed = <Id extends StepId>(step: Id, data: StepData[Id], where: Where = {}): StepResult<Id> => ({
  step,
  outcome: 'pass',
  data,
  ...where,
});

export const skipped = <Id extends StepId>(step: Id, data: StepData[Id]): StepResult<Id> => ({
  step,
  outcome: 'not-applicable',
  data,
  skips: true,
});

export const failed = <Id extends StepId>(
  step: Id,
  data: StepData[Id],
  refusal: Refusal,
  where: Where = {},
): StepResult<Id> => ({ step, outcome: 'fail', data, refusal, ...where });

export const notKnown = <Id extends StepId>(
  step: Id,
  data: StepData[Id],
  unknown: readonly string[],
): StepResult<Id> => ({
  step,
  outcome: 'unknown',
  data,
  unknown,
});

/** How the stages of a plugin ended. */
export type Run =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'refused'; readonly result: StepResult; readonly refusal: Refusal; readonly check: Check }
  | { readonly kind: 'undetermined'; readonly ending: Ending };

/** Makes the checks of a plugin in their order, each noted on the path of the request. */
export function runStages<State extends PluginState>(stages: readonly Stage<State>[], state: State): Run {
  const { exchange, plugin } = state;
  for (const stage of stages) {
    const result = stage.check(state);
    if (result === undefined) continue;
    const { step, outcome, refusal } = result;
    const assumed = outcome === 'fail' && (exchange.assume.has(stage.name) || exchange.assume.has(step));
    const made = note(state, stage.name, result, assumed);
    if (result.skips) return { kind: 'skipped' };
    if (outcome === 'unknown') return { kind: 'undetermined', ending: undetermined(plugin, result.unknown ?? []) };
    if (outcome === 'fail' && !assumed && refusal !== undefined)
      return { kind: 'refused', result, refusal, check: made };
  }
  return { kind: 'passed' };
}

/** Notes a check on the path of the request. */
export function note({ plugin, exchange }: PluginState, name: string, result: StepResult, assumed = false): Check {
  const { step, outcome, data, found, wanted, at } = result;
  const basis = basisOfPlugin(plugin.name, step, exchange.release);
  const told = assumed ? 'pass' : outcome;
  const made = check({ plugin, step, name, outcome: told, data, basis, found, wanted, at, assumed });
  exchange.path.push(made);
  return made;
}

/** `why` is the end of a sentence about each of the names. */
export function undetermined(
  plugin: Plugin,
  names: readonly string[],
  why = 'which the file does not hold',
): Extract<Ending, { kind: 'undetermined' }> {
  const because = names.map((name): Problem => {
    const message = `the plugin ${plugin.name} depends on ${name}, ${why}`;
    return { code: `kong-${plugin.name}-undetermined`, message, place: plugin.place() };
  });
  return { kind: 'undetermined', because };
}

/** The reply of a refusal; its lines are logged. */
export function replyOf({ request, release, log }: Exchange, refusal: Refusal): Reply {
  if (refusal.kind === 'reply') return refusal.reply;
  const { status, message, headers } = refusal;
  log.push(...(refusal.log ?? []));
  const text = message ?? textOf(status);
  return pluginError(request, status, text, release.switches, headers);
}
