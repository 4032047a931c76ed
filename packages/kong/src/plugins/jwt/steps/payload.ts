import { luaType } from '../lua-value.ts';
import { pass, refuse, type StepCheck } from '../state.ts';

/** J23: only the JSON text `false` fails here. */
export const payload: StepCheck = ({ decoded }) => {
  if (decoded === undefined) return undefined;
  const data = { type: luaType(decoded.claims) };
  return decoded.claims === false ? refuse('J23', data, 'Bad token; invalid claims') : pass('J23', data);
};
