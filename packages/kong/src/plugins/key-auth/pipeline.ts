import { authPlugin } from '../authentication.ts';
import { settingsOf } from '../config.ts';
import type { Stage } from '../pipeline.ts';
import { unlessPreflight } from '../preflight.ts';
import { UNSET } from './config.ts';
import { credential } from './credential.ts';
import { key } from './key.ts';
import type { KeyAuthState } from './state.ts';

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<KeyAuthState>[] = [
  { name: 'key', check: key, differs: ['keyAuthChallenges', 'removesOneArgument'] },
  { name: 'credential', check: credential, differs: ['keyAuthChallenges', 'plainUnauthorized'] },
];

/** The access phase of Kong's `key-auth` plugin. */
export const keyAuth = authPlugin<KeyAuthState>({
  name: 'key-auth',
  state: (plugin, exchange) => ({ plugin, exchange, config: settingsOf(plugin, UNSET) }),
  before: [unlessPreflight],
  nothingSent: new Set(['key-auth-key']),
  stages: PIPELINE,
});
