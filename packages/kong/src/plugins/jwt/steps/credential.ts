import { fromBytes } from '../../../wire/index.ts';
import { credentialsOf } from '../credentials.ts';
import { pass, refuse, type StepCheck, unknown } from '../state.ts';

/** J36: a credential whose key equals the value, byte for byte. */
export const credential: StepCheck = (state) => {
  const { key, config, exchange } = state;
  if (key === undefined) return undefined;
  const { byKey, unknownKeys } = credentialsOf(exchange.gateway);
  const found = byKey.get(key);
  const value = fromBytes(key);
  const claim = fromBytes(config.key_claim_name ?? '');
  const data = { claim, type: 'string', value, credentials: exchange.gateway.jwtSecrets.length };
  if (found !== undefined) {
    state.credential = found;
    return pass('J36', data, { found: value, wanted: value, at: () => found.place('key') });
  }
  if (unknownKeys.length > 0) return unknown('J36', data, unknownKeys);
  return refuse('J36', data, `No credentials found for given '${config.key_claim_name}'`, { found: value });
};
