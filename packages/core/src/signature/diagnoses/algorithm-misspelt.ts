import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { ALGORITHMS } from '../tables/algorithms.ts';

export interface AlgorithmMisspelt {
  readonly found: string;
  readonly meant: string;
  /** With the right name the signature would verify. */
  readonly verifies: boolean;
}

/** `rs256`, `RS-256`, `ED25519`: names are compared by case (RFC 7515 §4.1.1), and nobody may guess. */
export const algorithmMisspelt: DiagnosisKind<SignatureEvidence, AlgorithmMisspelt> = {
  id: 'algorithm-misspelt',
  basis: [{ kind: 'rfc', ref: 'RFC 7515 §4.1.1' }],

  judge(evidence) {
    const { alg } = evidence;
    if (alg === undefined || ALGORITHMS.has(alg)) return undefined;
    const meant = [...ALGORITHMS.values()].find(({ name }) => sameName(name, alg));
    if (meant === undefined) return undefined;
    const key = evidence.findKey((candidate) => evidence.verifies(meant, candidate));
    return { found: alg, meant: meant.name, verifies: key !== undefined };
  },

  explain({ found, meant, verifies }) {
    return [
      line`There is no algorithm ${value(found)}; ${value(meant)} is probably meant.`,
      line`${verifies ? `The signature itself is right by ${meant}.` : `The signature does not verify by ${meant} either.`}`,
      line`The signer must spell “alg” exactly as registered.`,
    ];
  },
};

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Equal but for case and punctuation. */
export const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
