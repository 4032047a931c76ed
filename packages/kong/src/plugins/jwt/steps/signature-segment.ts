import { alphabetOf } from '../decode.ts';
import { pass, refuse, type StepCheck } from '../state.ts';

const FOREIGN = { url: /[^A-Za-z0-9_-]/, either: /[^A-Za-z0-9_+/-]/ } as const;

/** J24: the third part is base64; further dots and blanks are part of it. */
export const signatureSegment: StepCheck = ({ decoded, switches }) => {
  if (decoded === undefined) return undefined;
  if (decoded.signature !== undefined) return pass('J24', {});
  const byte = FOREIGN[alphabetOf(switches)].exec(decoded.signatureSegment.split('=')[0] ?? '')?.[0];
  const data = byte === undefined ? ({ why: 'length' } as const) : ({ why: 'foreign-byte', byte } as const);
  return refuse('J24', data, 'Bad token; invalid signature');
};
