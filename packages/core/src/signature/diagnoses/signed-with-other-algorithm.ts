import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { ALGORITHMS } from '../tables/algorithms.ts';
import { sameName } from './algorithm-misspelt.ts';
import { type KeyName, keyText, nameKey } from './key-name.ts';

export interface SignedWithOtherAlgorithm {
  readonly key: KeyName;
  /** `alg` of the header, and what the signature really is. */
  readonly found: string;
  readonly actual: string;
}

/** PKCS#1 v1.5 under PS256, SHA-512 under RS256, a real signature under `none`: the header names another algorithm. */
export const signedWithOtherAlgorithm: DiagnosisKind<SignatureEvidence, SignedWithOtherAlgorithm> = {
  id: 'signed-with-other-algorithm',
  basis: [{ kind: 'rfc', ref: 'RFC 7515 §4.1.1' }],

  judge(evidence) {
    const found = evidence.alg ?? '';
    const others = [...ALGORITHMS.values()].filter(({ name }) => name !== found);
    // A name that is only misspelt is another diagnosis.
    if (others.some(({ name }) => sameName(name, found))) return undefined;
    for (const other of others) {
      const key = evidence.findKey((candidate) => evidence.verifies(other, candidate));
      if (key !== undefined) return { key: nameKey(key), found, actual: other.name };
    }
    return undefined;
  },

  explain({ key, found, actual }) {
    return [
      line`The header says ${value(found)}, but the signature is one of ${value(actual)} by ${keyText(key)}.`,
      line`The signer must use the algorithm that it names; the header is part of what is signed.`,
    ];
  },
};
