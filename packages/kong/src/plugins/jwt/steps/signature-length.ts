import { fromBytes } from '../../../wire/index.ts';
import { crash, pass, type StepCheck } from '../state.ts';

/** Bytes of r‖s; of PS*, the length that Kong takes every RSA key to have. */
const LENGTHS: Readonly<Record<string, number>> = {
  ES256: 64,
  ES384: 96,
  ES512: 132,
  PS256: 256,
  PS384: 256,
  PS512: 256,
};

/** J51, J52: the decoded signature has the length of its algorithm. */
export const signatureLength: StepCheck = ({ algorithm, decoded, credential, keyValue, config }) => {
  const wanted = LENGTHS[algorithm ?? ''];
  const signature = decoded?.signature;
  if (wanted === undefined || algorithm === undefined || signature === undefined) return undefined;
  if (credential === undefined || keyValue === undefined) return undefined;
  const use = { algorithm, credential: fromBytes(credential.key), secretIsBase64: config.secret_is_base64 };
  const data = { ...use, length: signature.length, wanted };
  const step = algorithm.startsWith('ES') ? 'J51' : 'J52';
  const where = { found: `${signature.length} bytes`, wanted: `${wanted} bytes` };
  if (signature.length === wanted) return pass(step, data, where);
  const stop = step === 'J51' ? '.' : '';
  return crash(step, data, `length ${algorithm}`, `Signature must be ${wanted} bytes${stop}`, where);
};
