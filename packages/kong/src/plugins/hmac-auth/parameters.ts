import type { Gateway, HmacAuthCredential } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { gather, type Index, indexOf } from '../lists.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { CANNOT_BE_VERIFIED, type HmacAuthState, unauthorized } from './state.ts';

/** The signature covers what `enforce_headers` names; names are compared as written. */
export function enforced(state: HmacAuthState): StepResult | undefined {
  const { config, parameters, plugin } = state;
  const missing = (config.enforce_headers ?? []).filter((name) => parameters?.headers.includes(name) === false);
  if (missing.length === 0) return undefined;
  const data = { missing: missing.map(fromBytes) };
  const at = () => plugin.place('config.enforce_headers');
  return failed('hmac-auth-enforced', data, unauthorized(state, CANNOT_BE_VERIFIED), { at });
}

export function algorithm(state: HmacAuthState): StepResult | undefined {
  const { config, parameters, plugin } = state;
  if (parameters === undefined || config.algorithms.includes(parameters.algorithm)) return undefined;
  const data = { algorithm: fromBytes(parameters.algorithm), allowed: config.algorithms };
  const at = () => plugin.place('config.algorithms');
  return failed('hmac-auth-algorithm', data, unauthorized(state, CANNOT_BE_VERIFIED), { at });
}

/** And what the names depend on that the file does not hold. */
const indexFor = ({
  hmacAuthCredentials,
}: Gateway): { readonly byName: Index<HmacAuthCredential>; readonly unknown: readonly string[] } => ({
  byName: indexOf(hmacAuthCredentials, 'username', ({ username }) => username),
  unknown: gather(hmacAuthCredentials, (all) => unknownIn(all.map(({ username }) => username))),
});

/** The credential that the username selects. */
export const credentialOf = ({ exchange, parameters }: HmacAuthState): HmacAuthCredential | undefined =>
  parameters === undefined ? undefined : indexFor(exchange.gateway).byName.get(parameters.username);

export function user(state: HmacAuthState): StepResult | undefined {
  const { exchange, parameters } = state;
  if (parameters === undefined) return undefined;
  const data = { username: fromBytes(parameters.username) };
  const credential = credentialOf(state);
  if (credential !== undefined) return passed('hmac-auth-user', data, { at: () => credential.place() });
  const { unknown } = indexFor(exchange.gateway);
  if (unknown.length > 0) return notKnown('hmac-auth-user', data, unknown);
  return failed('hmac-auth-user', data, unauthorized(state, CANNOT_BE_VERIFIED));
}
