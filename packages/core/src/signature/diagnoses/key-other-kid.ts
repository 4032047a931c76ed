import { member } from '../../json/index.ts';
import { line, value } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface KeyOtherKid {
  readonly wanted: string;
  /** The first few that were given. */
  readonly found: readonly string[];
}

/** No key has the `kid` of the token, and none of the others made the signature. */
export const keyOtherKid: DiagnosisKind<SignatureEvidence, KeyOtherKid> = {
  id: 'key-other-kid',
  basis: [
    { kind: 'rfc', ref: 'RFC 7515 §4.1.4' },
    { kind: 'rfc', ref: 'OpenID Connect Core §10.1.1' },
  ],

  judge({ header, candidates, kept }) {
    const wanted = member(header, 'kid');
    const dropped = candidates.filter(({ reason }) => reason === 'other-kid');
    if (typeof wanted !== 'string' || kept.length > 0 || dropped.length === 0) return undefined;
    return { wanted, found: dropped.slice(0, 8).map(({ found = '' }) => found) };
  },

  explain({ wanted, found }) {
    return [
      line`No key has the kid of the token: wanted ${value(wanted)}, given ${value(found.join(', '))}.`,
      line`The issuer may have rotated its keys since: fetch its key set again. Otherwise the token is of another issuer.`,
    ];
  },
};
