import { authPlugin } from '../authentication.ts';
import { settingsOf } from '../config.ts';
import type { Stage } from '../pipeline.ts';
import { password } from './password.ts';
import { type BasicAuthState, UNSET } from './state.ts';
import { header, user } from './user.ts';

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<BasicAuthState>[] = [
  { name: 'header', check: header, differs: ['basicAuthChallenges'] },
  { name: 'user', check: user, differs: ['basicAuthChallenges', 'readsHeaderVariables'] },
  { name: 'password', check: password, differs: ['basicAuthChallenges'] },
];

/** The access phase of Kong's `basic-auth` plugin. */
export const basicAuth = authPlugin<BasicAuthState>({
  name: 'basic-auth',
  state: (plugin, exchange) => ({ plugin, exchange, config: settingsOf(plugin, UNSET) }),
  nothingSent: new Set(['basic-auth-header']),
  stages: PIPELINE,
});
