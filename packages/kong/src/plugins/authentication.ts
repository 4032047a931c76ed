import type { Consumer, Plugin } from '../config/index.ts';
import { exitError, fromBytes } from '../wire/index.ts';
import { basisOfPlugin } from './basis.ts';
import type { Ending, Exchange, PluginModel } from './exchange.ts';
import { type Authenticated, authenticate } from './identity.ts';
import { findConsumer } from './jwt/credentials.ts';
import {
  failed,
  note,
  type PluginState,
  passed,
  type Refusal,
  replyOf,
  runStages,
  type Stage,
  type StepResult,
  skipped,
  undetermined,
} from './pipeline.ts';
import { unknownIn } from './unknown-values.ts';

export interface AuthState extends PluginState {
  readonly config: { readonly anonymous: string | null; readonly realm?: string | null };
  /** Who it is, once the stages know. */
  consumer?: Consumer | null;
  credential?: Authenticated;
}

/** A plugin that authenticates: alone it must succeed, with `anonymous` one of several is enough. */
export interface AuthPlugin<State extends AuthState> {
  readonly name: string;
  state(plugin: Plugin, exchange: Exchange): State;
  /** The steps that say that nothing was sent at all: what `anonymous` is for. */
  readonly nothingSent: ReadonlySet<string>;
  /** Steps whose refusal `anonymous` does not catch. */
  readonly final?: ReadonlySet<string>;
  /** Looked at before it is asked who has authenticated already. */
  readonly before?: readonly Stage<State>[];
  readonly stages: readonly Stage<State>[];
}

export const authPlugin = <State extends AuthState>(made: AuthPlugin<State>): PluginModel => ({
  name: made.name,
  access(plugin, exchange) {
    const state = made.state(plugin, exchange);
    const run = runStages([...(made.before ?? []), alreadyAuthenticated, ...made.stages], state);
    if (run.kind === 'skipped') return undefined;
    if (run.kind === 'undetermined') return run.ending;
    if (run.kind === 'passed') return accepted(state);
    const { anonymous, realm } = state.config;
    const names = unknownIn([anonymous, realm]);
    if (names.length > 0) return undetermined(plugin, names);
    // An error is no refusal: `anonymous` does not see it.
    const { step } = run.result;
    if (anonymous === null || step === 'plugin-crash' || made.final?.has(step))
      return { kind: 'answered', reply: replyOf(exchange, run.refusal), check: run.check };
    return letIn(state, anonymous, run.result, run.refusal, made.nothingSent.has(step));
  },
});

/** With `anonymous`, another plugin's success is enough. */
const alreadyAuthenticated: Stage<AuthState> = {
  name: 'authenticated',
  differs: [],
  check: ({ config, exchange }) =>
    config.anonymous !== null && exchange.credential !== null
      ? skipped('authenticated-before', { by: exchange.credential.id })
      : undefined,
};

function accepted(state: AuthState): Ending | undefined {
  const { exchange, plugin, credential, consumer = null } = state;
  if (credential === undefined) return undetermined(plugin, ['the credential'], 'which was not looked for');
  authenticate(exchange, consumer, credential);
  const data = { consumer: fromBytes(consumer?.username ?? consumer?.customId ?? ''), credential: credential.id };
  note(state, 'accepted', passed('authenticated', data));
  return undefined;
}

/** The refusal is thrown away, and the request goes on as the anonymous consumer, if there is one. */
function letIn(
  state: AuthState,
  anonymous: string,
  { step }: StepResult,
  refusal: Refusal,
  nothingSent: boolean,
): Ending | undefined {
  const { exchange, plugin } = state;
  const consumer = findConsumer(exchange.gateway, anonymous);
  const discarded = refusal.kind === 'error' ? (refusal.message ?? 'Unauthorized') : String(refusal.reply.status);
  const data = { plugin: plugin.name, anonymous: fromBytes(anonymous), discarded };
  const at = () => plugin.place('config.anonymous');
  if (consumer === undefined) return nobody(state, anonymous, data, at);
  note(state, 'anonymous', passed('anonymous', data, { at }));
  authenticate(exchange, consumer, null);
  if (nothingSent) return undefined;
  const basis = basisOfPlugin(plugin.name, 'anonymous', exchange.release);
  const worry = { id: 'kong-anonymous-accepts', severity: 'warning' as const, data: { ...data, step }, basis };
  exchange.surprises.push(Object.defineProperty(worry, 'place', { get: at, enumerable: true }));
  return undefined;
}

type Discarded = { readonly plugin: string; readonly anonymous: string; readonly discarded: string };

/** `anonymous` names nobody: an uncaught error, whatever was wrong. */
function nobody(state: AuthState, anonymous: string, data: Discarded, at: () => ReturnType<Plugin['place']>): Ending {
  const { exchange, plugin } = state;
  const { switches } = exchange.release;
  const told = `anonymous consumer ${anonymous} is configured but doesn't exist`;
  const error = switches.namesMissingAnonymous ? told : 'either credential or consumer must be provided';
  exchange.log.push(`[error] [kong] [${plugin.name}] ${error}`);
  const message = switches.namesMissingAnonymous ? told : 'An unexpected error occurred';
  const reply = exitError(exchange.request, 500, message, switches);
  const result = failed('anonymous-missing', data, { kind: 'reply', reply }, { at });
  return { kind: 'answered', reply, check: note(state, 'anonymous', result) };
}
