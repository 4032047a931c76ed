import { fromBytes } from '../../../wire/index.ts';
import { publicKeyOf } from '../keys.ts';
import { crash, type JwtState, pass, type StepCheck } from '../state.ts';
import { signatureLength } from './signature-length.ts';

/** J50: OpenSSL can read the text of the public key. */
export const publicKey: StepCheck = (state) => {
  const { credential, algorithm, keyValue, switches, exchange, config } = state;
  if (credential === undefined || algorithm === undefined || keyValue === undefined) return undefined;
  if (algorithm.startsWith('HS')) return undefined;
  const key = publicKeyOf(credential, keyValue, exchange.crypto, switches.opensslThree);
  const use = { algorithm, credential: fromBytes(credential.key), secretIsBase64: config.secret_is_base64 };
  const at = () => credential.place('rsa_public_key');
  if (key === undefined) {
    if (algorithm !== 'ES384' || switches.es384ChecksKey)
      return crash('J50', use, `key ${algorithm}`, 'Consumer Public Key is Invalid', { at });
    return lengthFirst(state) ?? crash('J50', use, 'key ES384', "attempt to index local 'pkey' (a nil value)", { at });
  }
  state.publicKey = key;
  const { kind, curve, bits } = key;
  return pass(
    'J50',
    { ...use, kind, ...(curve !== undefined && { curve }), ...(bits !== undefined && { bits }) },
    { at },
  );
};

/** Until 3.6 ES384 looked at the length of the signature before it noticed that there is no key. */
function lengthFirst(state: JwtState) {
  const length = signatureLength(state);
  return length?.outcome === 'fail' ? length : undefined;
}
