import type { Gateway, KeyAuthCredential } from '../../config/index.ts';
import { gather, type Index, indexOf } from '../lists.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { type KeyAuthState, unauthorized } from './state.ts';

/** And what the keys depend on that the file does not hold. */
const indexFor = ({
  keyAuthCredentials,
}: Gateway): { readonly byKey: Index<KeyAuthCredential>; readonly unknown: readonly string[] } => ({
  byKey: indexOf(keyAuthCredentials, 'key', ({ key }) => key),
  unknown: gather(keyAuthCredentials, (all) => unknownIn(all.map(({ key }) => key))),
});

/** The key is one of a consumer's. */
export function credential(state: KeyAuthState): StepResult | undefined {
  const { exchange, key } = state;
  if (key === undefined) return undefined;
  const { byKey, unknown } = indexFor(exchange.gateway);
  const data = { credentials: byKey.size };
  const found = byKey.get(key);
  if (found === undefined && unknown.length > 0) return notKnown('key-auth-credential', data, unknown);
  if (found === undefined) {
    const { plainUnauthorized } = exchange.release.switches;
    const message = plainUnauthorized ? 'Unauthorized' : 'Invalid authentication credentials';
    return failed('key-auth-credential', data, unauthorized(state, message));
  }
  state.consumer = found.consumer;
  state.credential = { id: found.id, identifier: found.id };
  return passed('key-auth-credential', data, { at: () => found.place() });
}
