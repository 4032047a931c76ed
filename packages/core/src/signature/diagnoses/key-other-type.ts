import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface KeyOtherType {
  readonly algorithm: string;
  readonly wanted: string;
  /** Types that were given, each once. */
  readonly found: readonly string[];
}

/** Every key is of another type than the algorithm wants: RSA keys for an HMAC token, and so on. */
export const keyOtherType: DiagnosisKind<SignatureEvidence, KeyOtherType> = {
  id: 'key-other-type',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3.1' }],

  judge({ algorithm, candidates }) {
    if (algorithm === undefined || candidates.length === 0) return undefined;
    if (!candidates.every(({ reason }) => reason === 'other-type')) return undefined;
    const found = [...new Set(candidates.map((candidate) => candidate.found ?? '?'))];
    return { algorithm: algorithm.name, wanted: algorithm.kty, found };
  },

  explain({ algorithm, wanted, found }) {
    const headline = line`${value(algorithm)} wants a key of type ${wanted}; given: ${found.join(', ')}.`;
    const confused =
      wanted === 'oct'
        ? 'An issuer with public keys does not sign with a shared secret: the token is another issuer’s, or forged.'
        : 'The token is of another issuer, or the wrong key file was given.';
    return [headline, line`${confused}`];
  },
};
