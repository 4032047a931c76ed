import type { Switches } from '../../../versions/index.ts';
import { fromBytes } from '../../../wire/index.ts';
import { index, isIndexable, luaType } from '../lua-value.ts';
import { crash, pass, refuse, type StepCheck } from '../state.ts';

const UNTIL_3_6 = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384'] as const;
const SINCE_3_7 = [...UNTIL_3_6, 'ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'] as const;

/** Algorithms that a token may name. */
export const listedAlgorithms = ({ modernAlgorithms }: Pick<Switches, 'modernAlgorithms'>): readonly string[] =>
  modernAlgorithms ? SINCE_3_7 : UNTIL_3_6;

/** J21, J22: the header names an algorithm of the list, spelled exactly so. */
export const alg: StepCheck = ({ decoded, switches }) => {
  if (decoded === undefined) return undefined;
  const { header } = decoded;
  if (!isIndexable(header)) {
    const type = luaType(header);
    return crash('J21', { type }, 'header', `attempt to index local 'header' (a ${type} value)`);
  }
  const value = index(header, 'alg');
  const listed = listedAlgorithms(switches);
  const text = typeof value === 'string' ? fromBytes(value) : null;
  const data = { alg: text, type: luaType(value), listed };
  const shown = text === null ? {} : { found: text };
  if (text === null || !listed.includes(text))
    return refuse('J22', data, 'Bad token; invalid alg', { ...shown, wanted: listed.join(', ') });
  return pass('J22', data, shown);
};
