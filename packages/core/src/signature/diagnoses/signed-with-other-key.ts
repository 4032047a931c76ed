import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { CandidateReason, DiagnosisKind } from '../model.ts';
import { type KeyName, keyText, nameKey } from './key-name.ts';

export interface SignedWithOtherKey {
  readonly key: KeyName;
  /** Why the key was no candidate. */
  readonly reason: CandidateReason;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
}

/** The signature was made with a listed key that the token, or the key itself, rules out. */
export const signedWithOtherKey: DiagnosisKind<SignatureEvidence, SignedWithOtherKey> = {
  id: 'signed-with-other-key',
  basis: [
    { kind: 'rfc', ref: 'RFC 7515 §4.1.4' },
    { kind: 'rfc', ref: 'RFC 8725 §3.1' },
  ],

  judge(evidence) {
    const { algorithm } = evidence;
    if (algorithm === undefined) return undefined;
    const candidate = evidence.candidates.find(({ key, kept }) => !kept && evidence.verifies(algorithm, key));
    if (candidate === undefined) return undefined;
    const { key, reason, found, wanted } = candidate;
    return { key: nameKey(key), reason, found, wanted };
  },

  explain({ key, reason, found = '', wanted = '' }) {
    const headline = line`The signature was made with ${keyText(key)}, which may not be used for this token.`;
    const [why, cure] = REASONS[reason] ?? ['', ''];
    return [
      headline,
      ...(why === '' ? [] : [line`${why}: found ${value(found)}, wanted ${value(wanted)}.`]),
      line`${cure}`,
    ];
  },
};

const REASONS: Readonly<Partial<Record<CandidateReason, readonly [why: string, cure: string]>>> = {
  'other-kid': [
    'The kid of the key differs from that of the token',
    'The signer names another key than it signs with, or the key set names it differently: correct one of the two.',
  ],
  'another-key-has-the-kid': ['', 'Another key has the kid of the token: the key set has two keys mixed up.'],
  'other-algorithm': [
    'The key is registered for another algorithm',
    "Either the key's “alg” or the signer's algorithm must change.",
  ],
  'other-use': [
    'The key is for another use',
    'The signer must use a signing key, or the key set must say “use”: “sig”.',
  ],
  'other-operations': [
    'The key is for other operations',
    'Add “verify” to the “key_ops” of the key, or leave them out.',
  ],
  unusable: ['The key is not acceptable', 'Replace the key: see what is said about it.'],
};
