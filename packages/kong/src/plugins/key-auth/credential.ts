import type { Gateway, KeyAuthCredential } from '../../config/index.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { type KeyAuthState, unauthorized } from './state.ts';

interface Index {
  readonly byKey: ReadonlyMap<string, KeyAuthCredential>;
  /** What the keys depend on that the file does not hold. */
  readonly unknown: readonly string[];
}

const indexes = new WeakMap<Gateway, Index>();

function indexOf(gateway: Gateway): Index {
  const known = indexes.get(gateway);
  if (known !== undefined) return known;
  const { keyAuthCredentials } = gateway;
  const made = {
    byKey: new Map(keyAuthCredentials.map((one) => [one.key, one])),
    unknown: unknownIn(keyAuthCredentials.map(({ key }) => key)),
  };
  indexes.set(gateway, made);
  return made;
}

/** The key is one of a consumer's. */
export function credential(state: KeyAuthState): StepResult | undefined {
  const { exchange, key } = state;
  if (key === undefined) return undefined;
  const { byKey, unknown } = indexOf(exchange.gateway);
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
