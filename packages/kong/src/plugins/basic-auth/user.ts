import type { BasicAuthCredential, Gateway } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { firstHeader } from '../headers.ts';
import { gather, type Index, indexOf } from '../lists.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { credentialsIn } from './header.ts';
import { type BasicAuthState, unauthorized } from './state.ts';

/** And what the names depend on that the file does not hold. */
const indexFor = ({
  basicAuthCredentials,
}: Gateway): { readonly byName: Index<BasicAuthCredential>; readonly unknown: readonly string[] } => ({
  byName: indexOf(basicAuthCredentials, 'username', ({ username }) => username),
  unknown: gather(basicAuthCredentials, (all) => unknownIn(all.map(({ username }) => username))),
});

const NAMES = ['authorization', 'proxy-authorization'] as const;

/** One of the two headers is there. */
export function header(state: BasicAuthState): StepResult | undefined {
  const data = { headers: NAMES };
  if (NAMES.some((name) => firstHeader(state.exchange, name) !== undefined)) return undefined;
  return failed('basic-auth-header', data, unauthorized(state, true), { at: () => state.plugin.place() });
}

/** Proxy-Authorization first; where it names no known user, Authorization. */
export function user(state: BasicAuthState): StepResult | undefined {
  const { byName, unknown } = indexFor(state.exchange.gateway);
  let found = credentialsIn(state, 'proxy-authorization');
  if ('why' in found || byName.get(found.username) === undefined) found = credentialsIn(state, 'authorization');
  if ('why' in found) {
    const why = found.why === 'absent' ? 'scheme' : found.why;
    return failed('basic-auth-format', { why }, unauthorized(state, false));
  }
  const data = { username: fromBytes(found.username) };
  const credential = byName.get(found.username);
  if (credential === undefined && unknown.length > 0) return notKnown('basic-auth-user', data, unknown);
  if (credential === undefined) return failed('basic-auth-user', data, unauthorized(state, false));
  state.username = found.username;
  state.password = found.password;
  return passed('basic-auth-user', data, { at: () => credential.place() });
}

/** The credential that the username selects. */
export const credentialOf = ({ exchange, username }: BasicAuthState): BasicAuthCredential | undefined =>
  username === undefined ? undefined : indexFor(exchange.gateway).byName.get(username);
