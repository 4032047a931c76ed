import { exitJson, readQuery } from '../../wire/index.ts';
import { type AuthState, authPlugin } from '../authentication.ts';
import { readBody } from '../body.ts';
import { writtenSettingsOf } from '../config.ts';
import { firstHeader } from '../headers.ts';
import { failed, notKnown, type Stage, type StepResult } from '../pipeline.ts';

interface OAuth2Config {
  readonly auth_header_name: string;
  readonly anonymous: string | null;
  readonly realm: string | null;
}

const UNSET: OAuth2Config = { auth_header_name: 'authorization', anonymous: null, realm: null };

interface OAuth2State extends AuthState {
  readonly config: OAuth2Config;
}

const ENDPOINT = /\/oauth2\/(?:authorize|token)\/?(?:[?#]|$)/;

/** Without a token the answer is known; tokens are not in the file, and the plugin's own endpoints make new ones. */
function token(state: OAuth2State): StepResult {
  const { config, exchange, plugin } = state;
  const { method } = exchange.request.wire;
  if (method === 'POST' && ENDPOINT.test(exchange.request.uri))
    return notKnown('oauth2-token', {}, ['what its own endpoint answers']);
  if (sent(state)) return notKnown('oauth2-token', {}, ['the tokens that the gateway has issued']);
  const realm = exchange.release.switches.wwwAuthenticate ? config.realm : 'service';
  const challenge = realm === null ? 'Bearer' : `Bearer realm="${realm}"`;
  const members = [
    ['error', 'invalid_request'],
    ['error_description', 'The access token is missing'],
  ] as const;
  const reply = exitJson(exchange.request, 401, members, [['www-authenticate', challenge]]);
  exchange.random = true;
  return failed('oauth2-token', {}, { kind: 'reply', reply }, { at: () => plugin.place() });
}

function sent({ config, exchange }: OAuth2State): boolean {
  const header = firstHeader(exchange, config.auth_header_name);
  if (header !== undefined) return header !== '';
  if ((readQuery(exchange.request).values.get('access_token') ?? []).some((value) => value !== '')) return true;
  const inBody = exchange.request.wire.method === 'GET' ? undefined : readBody(exchange).fields.get('access_token');
  return inBody !== undefined && inBody !== 'other' && inBody[0] !== '';
}

const PIPELINE: readonly Stage<OAuth2State>[] = [{ name: 'token', check: token, differs: ['wwwAuthenticate'] }];

/** The access phase of Kong's `oauth2` plugin, as far as it goes without the tokens that it has issued. */
export const oauth2 = authPlugin<OAuth2State>({
  name: 'oauth2',
  state: (plugin, exchange) => ({ plugin, exchange, config: writtenSettingsOf(plugin, UNSET) }),
  nothingSent: new Set(['oauth2-token']),
  stages: PIPELINE,
});
