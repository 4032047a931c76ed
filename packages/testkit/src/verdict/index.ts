import { type ReadKeysOptions, readKeys } from '@why401/core/keys';
import { readToken } from '@why401/core/parse';
import {
  type Diagnosis,
  explainDiagnosis,
  malformedCodes,
  type SignaturePolicy,
  type SignatureVerdict,
  verifySignature,
} from '@why401/core/signature';
import { createCrypto } from '@why401/node';

const crypto = createCrypto();

/** The strict verdict on a compact token with the keys of a text, as `why401 verify` gives it. */
export function verdictOf(
  text: string,
  keys: string | Uint8Array | Readonly<Record<string, unknown>>,
  policy: SignaturePolicy = {},
  options: ReadKeysOptions = {},
): SignatureVerdict {
  const token = readToken(text);
  if (token.kind !== 'jws') throw new Error(`testkit: a compact signed token is wanted, this is ${token.kind}`);
  const source = typeof keys === 'string' || keys instanceof Uint8Array ? keys : JSON.stringify(keys);
  const reading = readKeys(source, crypto, options);
  const malformed = malformedCodes(token, token);
  return verifySignature({ signed: token, compact: true, malformed, keys: reading.keys, policy }, crypto);
}

/** Words of a diagnosis as plain text, one line each. */
export const wordsOf = (diagnosis: Diagnosis): readonly string[] =>
  explainDiagnosis(diagnosis).map((spans) => spans.map(({ text }) => text).join(''));
