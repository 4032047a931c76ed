import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface KeyOtherCurve {
  readonly algorithm: string;
  readonly wanted: string;
  readonly found: readonly string[];
}

/** The keys are of the right type and on another curve. */
export const keyOtherCurve: DiagnosisKind<SignatureEvidence, KeyOtherCurve> = {
  id: 'key-other-curve',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3.4' }],

  judge({ algorithm, candidates, kept }) {
    const dropped = candidates.filter(({ reason }) => reason === 'other-curve');
    if (algorithm === undefined || kept.length > 0 || dropped.length === 0) return undefined;
    const found = [...new Set(dropped.map((candidate) => candidate.found ?? '?'))];
    return { algorithm: algorithm.name, wanted: dropped[0]?.wanted ?? '', found };
  },

  explain({ algorithm, wanted, found }) {
    return [
      line`${value(algorithm)} is bound to ${wanted}; the key is on ${found.join(', ')}.`,
      line`ES256 goes with P-256, ES384 with P-384, ES512 with P-521: either the key or the algorithm is another one’s.`,
    ];
  },
};
