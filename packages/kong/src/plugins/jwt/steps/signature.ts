import type { PublicKey } from '@why401/core';
import { fromBytes, toArray } from '../../../wire/index.ts';
import { crash, type JwtState, pass, refuse, type StepCheck, unknown } from '../state.ts';
import { derOfHalves, schemeOf, verifyHmac } from '../verify.ts';

/** J53: the signature fits, under the credential's key. */
export const signature: StepCheck = (state) => {
  const { credential, algorithm, keyValue, publicKey, config, decoded } = state;
  if (credential === undefined || algorithm === undefined || keyValue === undefined) return undefined;
  const use = { algorithm, credential: fromBytes(credential.key), secretIsBase64: config.secret_is_base64 };
  if (decoded?.signature === undefined) return unknown('J53', use, ['signature']);
  const field = algorithm.startsWith('HS') ? 'secret' : 'rsa_public_key';
  const where = { at: () => credential.place(field) };
  if (field === 'secret') {
    const { signingInput } = decoded;
    const fits = verifyHmac(algorithm, keyValue, signingInput, decoded.signature, state.exchange.crypto);
    return fits ? pass('J53', use, where) : refuse('J53', use, 'Invalid signature', where);
  }
  if (publicKey === undefined) return undefined;
  const data = { ...use, kind: publicKey.kind, ...(publicKey.curve !== undefined && { curve: publicKey.curve }) };
  const fits = verifyWith(state, publicKey, algorithm, decoded.signature);
  if (fits === 'zero-half') {
    const text = 'attempt to compare nil with number';
    return crash('J53', { ...data, zeroHalf: true }, 'zero_half', text, where);
  }
  if (fits === undefined) return unknown('J53', data, [`algorithm:${publicKey.kind}`]);
  return fits ? pass('J53', data, where) : refuse('J53', data, 'Invalid signature', where);
};

function verifyWith(
  { exchange, switches, decoded }: JwtState,
  key: PublicKey,
  algorithm: string,
  signature: string,
): boolean | undefined | 'zero-half' {
  const scheme = schemeOf(algorithm, key);
  const data = toArray(decoded?.signingInput ?? '');
  if (!algorithm.startsWith('ES') || switches.libraryConvertsEcdsa)
    return scheme === undefined ? false : exchange.crypto.verify(scheme, key, data, toArray(signature));
  const der = derOfHalves(signature);
  if (der === undefined) return 'zero-half';
  if (scheme?.hash == null) return false;
  return exchange.crypto.verify({ hash: scheme.hash, ecdsa: 'der' }, key, data, toArray(der));
}
