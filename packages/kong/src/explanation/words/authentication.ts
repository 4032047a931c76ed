import { code, line, value } from '@why401/core/report';
import type { WordsOf } from './telling.ts';

/** What every plugin that authenticates may say, and any plugin that fails. */
export const authentication: WordsOf<
  'preflight-skipped' | 'authenticated-before' | 'authenticated' | 'anonymous' | 'anonymous-missing' | 'plugin-crash'
> = {
  'preflight-skipped': {
    failed: ({ method }) => [line`${method} requests are let through unseen: ${code('run_on_preflight')} is off.`],
    passed: ({ method }) => line`${method} is not looked at (${code('run_on_preflight: false')})`,
  },
  'authenticated-before': {
    failed: ({ by }) => [line`Another plugin has authenticated the request before (${by}).`],
    passed: ({ by }) => line`not looked at: authenticated before, as ${value(by)}`,
  },
  authenticated: {
    failed: () => [line`Every check passed.`],
    passed: ({ consumer }) => line`${value(consumer)}`,
  },
  anonymous: {
    failed: ({ anonymous }) => [
      line`The refusal is thrown away: the request goes on as the consumer ${value(anonymous)}.`,
    ],
    passed: ({ anonymous, discarded }) => line`let in as ${value(anonymous)}, the refusal ${discarded} is thrown away`,
  },
  'plugin-crash': {
    brief: () => line`fails itself`,
    failed: ({ plugin, error }) => [
      line`The plugin ${code(plugin)} fails itself: ${value(error)}.`,
      line`Kong answers 500 to every request that comes this far; its error log names the line.`,
    ],
  },
  'anonymous-missing': {
    failed: ({ plugin, anonymous, discarded }) => [
      line`The plugin ${code(plugin)} refuses (${discarded}), and its ${code('anonymous')} names a consumer that does not exist: ${value(anonymous)}.`,
      line`Good credentials would pass. Bad ones get this 500 instead of their 401.`,
    ],
  },
};
