import { fromBytes } from '../../../wire/index.ts';
import { unknownIn } from '../../unknown-values.ts';
import { index, isIndexable } from '../lua-value.ts';
import { pass, refuse, type StepCheck, unknown } from '../state.ts';

/** J40: the token's algorithm is the credential's, where null counts as HS256. */
export const algorithm: StepCheck = (state) => {
  const { credential, decoded } = state;
  if (credential === undefined || decoded === undefined) return undefined;
  const named = isIndexable(decoded.header) ? index(decoded.header, 'alg') : undefined;
  const alg = typeof named === 'string' ? named : '';
  const wanted = credential.algorithm ?? 'HS256';
  const data = { alg: fromBytes(alg), algorithm: wanted, credential: fromBytes(credential.key) };
  const names = unknownIn([wanted]);
  if (names.length > 0) return unknown('J40', data, names);
  const where = { found: data.alg, wanted, at: () => credential.place('algorithm') };
  if (alg !== wanted) return refuse('J40', data, 'Invalid algorithm', where);
  state.algorithm = wanted;
  return pass('J40', data, where);
};
