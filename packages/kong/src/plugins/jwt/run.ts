import type { Problem } from '@why401/core';
import type { Plugin } from '../../config/index.ts';
import type { Check } from '../../judgement/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { check } from '../check.ts';
import type { Ending, Exchange, PluginModel } from '../exchange.ts';
import { unknownIn } from '../unknown-values.ts';
import { missingAnonymous, replyTo } from './answers.ts';
import { basisOf } from './basis.ts';
import { configOf } from './config.ts';
import { findConsumer } from './credentials.ts';
import { setIdentity } from './identity.ts';
import { PIPELINE, type Stage } from './pipeline.ts';
import type { JwtState, Members, StepResult } from './state.ts';
import { acceptedAnyway, anonymousAccepts, preflightUnchecked } from './surprises.ts';

/** The access phase of Kong's `jwt` plugin. */
export const jwt: PluginModel = {
  name: 'jwt',
  access(plugin, exchange) {
    const state: JwtState = { plugin, exchange, config: configOf(plugin), switches: exchange.release.switches };
    const unjudged: string[] = [];
    for (const stage of PIPELINE) {
      if (lacks(state, stage.needs)) {
        unjudged.push(stage.name);
        exchange.path.push(notJudged(state, stage));
        continue;
      }
      const result = stage.check(state);
      if (result === undefined) continue;
      const assumed = result.outcome === 'fail' && isAssumed(exchange, stage.name, result.step);
      const made = record(state, stage, result, assumed);
      exchange.path.push(made);
      if (result.skips) return skipped(state, result);
      if (result.outcome === 'unknown') return undetermined(plugin, result.unknown ?? []);
      if (result.outcome === 'fail' && !assumed) return refused(state, result, made);
    }
    return unjudged.length > 0 ? undetermined(plugin, unjudged, 'which could not be judged') : accepted(state);
  },
};

function lacks(state: JwtState, needs: Stage['needs']): boolean {
  for (const part of needs) if (state[part] === undefined) return true;
  return false;
}

const isAssumed = ({ assume }: Exchange, name: string, step: string): boolean => assume.has(name) || assume.has(step);

function record(state: JwtState, stage: Stage, result: StepResult, assumed: boolean): Check {
  const { step, outcome, data, found, wanted, at } = result;
  const { plugin, exchange } = state;
  const basis = basisOf(step, exchange.release);
  return check({
    plugin,
    step,
    name: stage.name,
    outcome: assumed ? 'pass' : outcome,
    data,
    basis,
    found,
    wanted,
    at,
    assumed,
  });
}

/** A check that has nothing to look at, because an earlier one was only assumed to pass. */
const notJudged = ({ plugin, exchange }: JwtState, { rows, name }: Stage): Check => {
  const step = rows.split('-')[0] ?? rows;
  return check({ plugin, step, name, outcome: 'unknown', data: {}, basis: basisOf(step, exchange.release) });
};

/** `why` is the end of a sentence about each of the names. */
function undetermined(plugin: Plugin, names: readonly string[], why = 'which the file does not hold'): Ending {
  const because = names.map((name): Problem => {
    const message = `the plugin jwt depends on ${name}, ${why}`;
    return { code: 'kong-jwt-undetermined', message, place: plugin.place() };
  });
  return { kind: 'undetermined', because };
}

function skipped(state: JwtState, { step }: StepResult): undefined {
  if (step === 'J00') state.exchange.surprises.push(...preflightUnchecked(state));
}

function refused(state: JwtState, result: StepResult, made: Check): Ending | undefined {
  const { refusal } = result;
  if (refusal === undefined) throw new Error(`${result.step} failed without an answer`);
  const names = unknownIn([state.config.anonymous, state.config.realm]);
  if (refusal.kind === 'unauthorized' && names.length > 0) return undetermined(state.plugin, names);
  if (refusal.kind === 'unauthorized' && state.config.anonymous !== null)
    return anonymous(state, state.config.anonymous, result.step, said(refusal.members));
  const random = refusal.kind === 'unauthorized' && refusal.random ? { random: true } : {};
  return { kind: 'answered', reply: replyTo(state, refusal), check: made, ...random };
}

/** The text of a 401, as its body says it. */
const said = (members: Members): string =>
  fromBytes(members.map(([name, text]) => (name === 'message' ? text : `${name}: ${text}`)).join(', '));

/** A1, A2: the 401 is thrown away, and the request goes on as the anonymous consumer, if there is one. */
function anonymous(state: JwtState, name: string, step: string, discarded: string): Ending | undefined {
  const { exchange, plugin } = state;
  const consumer = findConsumer(exchange.gateway, name);
  const row = consumer === undefined ? 'A2' : 'A1';
  const made = check({
    plugin,
    step: row,
    name: 'anonymous',
    outcome: consumer === undefined ? 'fail' : 'pass',
    data: { anonymous: fromBytes(name), discarded },
    basis: basisOf(row, exchange.release),
    at: () => plugin.place('config.anonymous'),
  });
  exchange.path.push(made);
  if (consumer === undefined) return { kind: 'answered', reply: missingAnonymous(state, name), check: made };
  setIdentity(state, consumer, null);
  exchange.consumer = consumer;
  exchange.credential = null;
  exchange.anonymous = true;
  if (step !== 'J10') exchange.surprises.push(anonymousAccepts(state, step, discarded));
  return undefined;
}

function accepted(state: JwtState): undefined {
  const { exchange, plugin, credential } = state;
  if (credential === undefined) throw new Error('accepted without a credential');
  setIdentity(state, credential.consumer, credential.key);
  exchange.consumer = credential.consumer;
  exchange.credential = { id: credential.id };
  exchange.anonymous = false;
  exchange.surprises.push(...acceptedAnyway(state));
  exchange.path.push(
    check({
      plugin,
      step: 'J80',
      name: 'accepted',
      outcome: 'pass',
      data: { consumer: fromBytes(credential.consumer?.username ?? ''), credential: fromBytes(credential.key) },
      basis: basisOf('J80', exchange.release),
    }),
  );
}
