import { authPlugin } from '../authentication.ts';
import { settingsOf } from '../config.ts';
import type { Stage } from '../pipeline.ts';
import { date, format, header } from './header.ts';
import { algorithm, enforced, user } from './parameters.ts';
import { digest, signature } from './signature.ts';
import { type HmacAuthState, UNSET } from './state.ts';

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<HmacAuthState>[] = [
  { name: 'header', check: header, differs: ['wwwAuthenticate'] },
  { name: 'date', check: date, differs: ['wwwAuthenticate'] },
  { name: 'format', check: format, differs: ['wwwAuthenticate', 'readsHeaderVariables'] },
  { name: 'enforced headers', check: enforced, differs: ['wwwAuthenticate'] },
  { name: 'algorithm', check: algorithm, differs: ['wwwAuthenticate'] },
  { name: 'user', check: user, differs: ['wwwAuthenticate'] },
  { name: 'signature', check: signature, differs: ['wwwAuthenticate', 'hmacWantsQuery'] },
  { name: 'digest', check: digest, differs: ['wwwAuthenticate'] },
];

/** The access phase of Kong's `hmac-auth` plugin. */
export const hmacAuth = authPlugin<HmacAuthState>({
  name: 'hmac-auth',
  state: (plugin, exchange) => ({ plugin, exchange, config: settingsOf(plugin, UNSET) }),
  nothingSent: new Set(['hmac-auth-header']),
  stages: PIPELINE,
});
