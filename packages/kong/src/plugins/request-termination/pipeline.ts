import { exitBody, exitJson, fromBytes, lookUpHeader, type Reply, readQuery } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import type { Exchange } from '../exchange.ts';
import { guardPlugin } from '../guard.ts';
import { failed, notKnown, type PluginState, type Stage, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';

interface TerminationConfig {
  readonly status_code: number;
  readonly message: string | null;
  readonly content_type: string | null;
  readonly body: string | null;
  readonly echo: boolean;
  readonly trigger: string | null;
}

const UNSET: TerminationConfig = {
  status_code: 503,
  message: null,
  content_type: null,
  body: null,
  echo: false,
  trigger: null,
};

interface TerminationState extends PluginState {
  readonly config: TerminationConfig;
}

/** Kong's texts of the plugin; of any other status none. */
const TEXTS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  404: 'Not found',
  405: 'Method not allowed',
  500: 'An unexpected error occurred',
  502: 'Bad Gateway',
  503: 'Service unavailable',
};

/** It answers every request that reaches it; with `trigger` those that have a header or argument of that name. */
function terminate({ config, exchange, plugin }: TerminationState): StepResult | undefined {
  const { status_code: status, trigger } = config;
  const unknown = unknownIn(Object.values(config));
  if (unknown.length > 0) return notKnown('request-termination', { status }, unknown);
  if (trigger !== null && !isTriggered(exchange, trigger)) return undefined;
  const data = trigger === null ? { status } : { status, trigger: fromBytes(trigger) };
  // The echo names process, host and ids of the gateway.
  if (config.echo) return notKnown('request-termination', data, ['what the gateway tells of itself in its echo']);
  const refusal = { kind: 'reply', reply: replyOf(exchange, config) } as const;
  return failed('request-termination', data, refusal, { at: () => plugin.place() });
}

const isTriggered = ({ request }: Exchange, trigger: string): boolean =>
  lookUpHeader(request, trigger).length > 0 || readQuery(request).values.has(trigger);

function replyOf(
  { request }: Exchange,
  { status_code: status, message, content_type: type, body }: TerminationConfig,
): Reply {
  const text = message ?? TEXTS[status];
  const reply =
    body !== null
      ? exitBody(request, status, type ?? undefined, body)
      : text === undefined
        ? exitBody(request, status, undefined, '')
        : exitJson(request, status, [['message', text]]);
  return status === 204 || status === 304 || status < 200 ? { ...reply, headers: [], body: '' } : reply;
}

/** Everything that the plugin checks. */
const PIPELINE: readonly Stage<TerminationState>[] = [{ name: 'termination', check: terminate, differs: [] }];

/** The access phase of Kong's `request-termination` plugin. */
export const requestTermination = guardPlugin('request-termination', PIPELINE, (plugin, exchange) => ({
  plugin,
  exchange,
  config: settingsOf(plugin, UNSET),
}));
