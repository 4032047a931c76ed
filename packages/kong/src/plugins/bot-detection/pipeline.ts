import { fromBytes, isBlank, lookUpHeader, trim } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import { guardPlugin } from '../guard.ts';
import { finds } from '../pattern.ts';
import { failed, notKnown, type PluginState, passed, type Refusal, type Stage, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { isKnownBot } from './known-bots.ts';

interface BotDetectionConfig {
  readonly allow: readonly string[] | null;
  readonly deny: readonly string[] | null;
}

const UNSET: BotDetectionConfig = { allow: null, deny: null };

interface BotDetectionState extends PluginState {
  readonly config: BotDetectionConfig;
}

const TWO: Refusal = { kind: 'error', status: 400, message: 'Only one User-Agent header allowed' };
const FORBIDDEN: Refusal = { kind: 'error', status: 403 };

function agents({ exchange, plugin }: BotDetectionState): StepResult | undefined {
  const count = lookUpHeader(exchange.request, 'user-agent').length;
  return count > 1 ? failed('bot-detection-agents', { count }, TWO, { at: () => plugin.place() }) : undefined;
}

/** `allow` lets pass before `deny` and Kong's own list are asked. */
function agent({ config, exchange, plugin }: BotDetectionState): StepResult | undefined {
  const [value] = lookUpHeader(exchange.request, 'user-agent');
  if (value === undefined) return undefined;
  const [allow, deny] = [config.allow ?? [], config.deny ?? []];
  const text = trim(value, isBlank);
  const shown = fromBytes(text);
  const unknown = unknownIn([allow, deny]);
  if (unknown.length > 0) return notKnown('bot-detection', { agent: shown, by: 'deny' }, unknown);
  for (const pattern of allow) {
    const found = finds(pattern, text);
    if (found === undefined) return unclear(shown, pattern);
    if (found) return passed('bot-detection', { agent: shown, by: 'deny' }, { at: () => plugin.place('config.allow') });
  }
  for (const [i, pattern] of deny.entries()) {
    const found = finds(pattern, text);
    if (found === undefined) return unclear(shown, pattern);
    if (found)
      return failed('bot-detection', { agent: shown, by: 'deny' }, FORBIDDEN, {
        at: () => plugin.place(`config.deny.${i}`),
      });
  }
  if (isKnownBot(text))
    return failed('bot-detection', { agent: shown, by: 'known-bot' }, FORBIDDEN, { at: () => plugin.place() });
  return passed('bot-detection', { agent: shown, by: 'known-bot' });
}

const unclear = (shown: string, pattern: string): StepResult =>
  notKnown('bot-detection', { agent: shown, by: 'deny' }, [`the pattern ${fromBytes(pattern)}`]);

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<BotDetectionState>[] = [
  { name: 'agents', check: agents, differs: [] },
  { name: 'agent', check: agent, differs: [] },
];

/** The access phase of Kong's `bot-detection` plugin. */
export const botDetection = guardPlugin('bot-detection', PIPELINE, (plugin, exchange) => ({
  plugin,
  exchange,
  config: settingsOf(plugin, UNSET),
}));
