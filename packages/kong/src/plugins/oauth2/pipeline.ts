import { exitJson } from '../../wire/index.ts';
import { type AuthState, authPlugin } from '../authentication.ts';
import { writtenSettingsOf } from '../config.ts';
import { firstHeader } from '../headers.ts';
import { failed, notKnown, type Refusal, type Stage, type StepResult } from '../pipeline.ts';
import { sentArgument } from '../sent-argument.ts';

interface OAuth2Config {
  readonly auth_header_name: string;
  readonly anonymous: string | null;
  readonly realm: string | null;
}

const UNSET: OAuth2Config = { auth_header_name: 'authorization', anonymous: null, realm: null };

interface OAuth2State extends AuthState {
  readonly config: OAuth2Config;
}

/** The plugin's own endpoints, at the end of any path. */
const ENDPOINT = /\/oauth2\/(token|authorize)\/?$/;

/** Nothing that a client says about a token gets through with `anonymous`, whoever authenticated. */
function withoutScope({ exchange }: OAuth2State): undefined {
  exchange.headers.clear('x-authenticated-scope');
  exchange.headers.clear('x-authenticated-userid');
}

/** They are asked for before anything else, and make new tokens. */
function ownEndpoint(state: OAuth2State): StepResult | undefined {
  const { exchange, plugin } = state;
  const { method } = exchange.request.wire;
  const path = exchange.request.uri.split(/[?#]/)[0] ?? '';
  const found = ENDPOINT.exec(path)?.[1];
  if (found === undefined) return undefined;
  const endpoint = found === 'token' ? 'token' : 'authorization';
  const data = { method, endpoint } as const;
  if (method === 'POST') return notKnown('oauth2-endpoint', data, ['what its own endpoint answers']);
  const text = `The HTTP method ${method} is invalid for the ${endpoint} endpoint`;
  const challenge = `${challengeOf(state)} error="invalid_method" error_description="${text}"`;
  return failed('oauth2-endpoint', data, refusal(state, 405, 'invalid_method', text, challenge), {
    at: () => plugin.place(),
  });
}

/** Without a token the answer is known; the tokens that were issued are not in the file. */
function token(state: OAuth2State): StepResult {
  const { plugin } = state;
  if (tokenOf(state) !== '') return notKnown('oauth2-token', {}, ['the tokens that the gateway has issued']);
  const missing = refusal(state, 401, 'invalid_request', 'The access token is missing', challengeOf(state));
  return failed('oauth2-token', {}, missing, { at: () => plugin.place() });
}

function challengeOf({ config, exchange }: OAuth2State): string {
  const realm = exchange.release.switches.wwwAuthenticate ? config.realm : 'service';
  return realm === null ? 'Bearer' : `Bearer realm="${realm}"`;
}

/** JSON whatever `Accept` says, its members at random. */
function refusal({ exchange }: OAuth2State, status: number, error: string, text: string, challenge: string): Refusal {
  const members = [
    ['error', error],
    ['error_description', text],
  ] as const;
  exchange.random = true;
  return { kind: 'reply', reply: exitJson(exchange.request, status, members, [['www-authenticate', challenge]]) };
}

/** The header, else an argument; empty where there is none. */
const tokenOf = ({ config, exchange }: OAuth2State): string =>
  firstHeader(exchange, config.auth_header_name) ?? sentArgument(exchange, 'access_token');

const BEFORE: readonly Stage<OAuth2State>[] = [
  { name: 'endpoint', check: ownEndpoint, differs: ['wwwAuthenticate'] },
  { name: 'scope', check: withoutScope, differs: [] },
];

const PIPELINE: readonly Stage<OAuth2State>[] = [{ name: 'token', check: token, differs: ['wwwAuthenticate'] }];

/** The access phase of Kong's `oauth2` plugin, as far as it goes without the tokens that it has issued. */
export const oauth2 = authPlugin<OAuth2State>({
  name: 'oauth2',
  state: (plugin, exchange) => ({ plugin, exchange, config: writtenSettingsOf(plugin, UNSET) }),
  nothingSent: new Set(['oauth2-token']),
  final: new Set(['oauth2-endpoint']),
  before: BEFORE,
  stages: PIPELINE,
});
