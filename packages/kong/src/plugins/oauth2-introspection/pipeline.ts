import { type AuthState, authPlugin } from '../authentication.ts';
import { writtenSettingsOf } from '../config.ts';
import { firstHeader } from '../headers.ts';
import { failed, notKnown, type Stage, type StepResult } from '../pipeline.ts';
import { unlessPreflight } from '../preflight.ts';
import { sentArgument } from '../sent-argument.ts';

interface IntrospectionConfig {
  readonly anonymous: string | null;
  readonly run_on_preflight: boolean;
}

const UNSET: IntrospectionConfig = { anonymous: null, run_on_preflight: true };

interface IntrospectionState extends AuthState {
  readonly config: IntrospectionConfig;
}

/** No token is refused, and only `anonymous` tells what comes then: the documentation has no word on the reply. */
function token({ config, exchange, plugin }: IntrospectionState): StepResult {
  const sent = firstHeader(exchange, 'authorization') ?? sentArgument(exchange, 'access_token');
  if (sent !== '') return notKnown('oauth2-introspection-token', {}, ['what the introspection endpoint says']);
  if (!config.anonymous) return notKnown('oauth2-introspection-token', {}, ['how it words its refusal']);
  return failed('oauth2-introspection-token', {}, { kind: 'error', status: 401 }, { at: () => plugin.place() });
}

const PIPELINE: readonly Stage<IntrospectionState>[] = [{ name: 'token', check: token, differs: [] }];

/** Kong's `oauth2-introspection` plugin (Enterprise), as far as its documentation tells. */
export const oauth2Introspection = authPlugin<IntrospectionState>({
  name: 'oauth2-introspection',
  state(plugin, exchange) {
    const config = writtenSettingsOf(plugin, UNSET);
    return { plugin, exchange, config: { ...config, anonymous: config.anonymous || null } };
  },
  nothingSent: new Set(['oauth2-introspection-token']),
  before: [unlessPreflight],
  stages: PIPELINE,
});
