import { decodeToken, isFault, splitToken } from '../decode.ts';
import { crash, pass, refuse, type StepCheck } from '../state.ts';

/** J20: header and payload are base64 of JSON, and there is a third part. */
export const decoded: StepCheck = (state) => {
  const { token, switches } = state;
  if (token === undefined) return undefined;
  const segments = splitToken(token).length;
  const facts = { segments, standardAlphabet: /[+/]/.test(token) };
  if (switches.failsOnUndottedTokens && segments === 1) {
    const data = { ...facts, part: 'payload', why: 'missing' } as const;
    return crash('J20', data, 'undotted', "attempt to index local 'hdr' (a nil value)");
  }
  const result = decodeToken(token, switches);
  if (isFault(result)) return refuse('J20', { ...facts, ...result }, 'Bad token; invalid JSON');
  state.decoded = result;
  return pass('J20', facts);
};
