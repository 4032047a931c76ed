import { type MemberFinding, wordsOfMember } from '../run-list.ts';
import { keyAlgorithmMismatch } from './key-algorithm-mismatch.ts';
import { keyAlgorithmUnknown } from './key-algorithm-unknown.ts';
import { keyBroken } from './key-broken.ts';
import { keyCertificateBroken } from './key-certificate-broken.ts';
import { keyCertificateExpired } from './key-certificate-expired.ts';
import { keyCertificateMismatch } from './key-certificate-mismatch.ts';
import { keyCurveUnknown } from './key-curve-unknown.ts';
import { keyEncoding } from './key-encoding.ts';
import { keyKidNotAString } from './key-kid-not-a-string.ts';
import { keyNotCheckableHere } from './key-not-checkable-here.ts';
import { keyOctets } from './key-octets.ts';
import { keyOfAnotherIssuer } from './key-of-another-issuer.ts';
import { keyOfOneTenant } from './key-of-one-tenant.ts';
import { keyOpsRepeated } from './key-ops-repeated.ts';
import { keyRoca } from './key-roca.ts';
import { keyRsaExponent } from './key-rsa-exponent.ts';
import { keyRsaTooShort } from './key-rsa-too-short.ts';
import { keySmallOrder } from './key-small-order.ts';
import { keyThumbprintMismatch } from './key-thumbprint-mismatch.ts';
import { keyTypeUnknown } from './key-type-unknown.ts';
import { keyUseConflict } from './key-use-conflict.ts';
import { keyUseUnknown } from './key-use-unknown.ts';
import { keyX5uWithoutTls } from './key-x5u-without-tls.ts';
import { keysetAlgorithmsWithoutKey } from './keyset-algorithms-without-key.ts';
import { keysetDuplicateKid } from './keyset-duplicate-kid.ts';
import { keysetDuplicateMember } from './keyset-duplicate-member.ts';
import { keysetEmpty } from './keyset-empty.ts';
import { keysetMediaType } from './keyset-media-type.ts';
import { keysetMissingKid } from './keyset-missing-kid.ts';
import { keysetNoSigningKey } from './keyset-no-signing-key.ts';
import { keysetNotASet } from './keyset-not-a-set.ts';
import { keysetOversized } from './keyset-oversized.ts';
import { keysetPrivateKey } from './keyset-private-key.ts';
import { keysetSharedKid } from './keyset-shared-kid.ts';
import { keysetSymmetricKey } from './keyset-symmetric-key.ts';
import { keysetUnreadable } from './keyset-unreadable.ts';
import type { KeySetRule } from './rule.ts';

/** Every rule about a published key set, in the order in which findings are told: alarms, form, keys, certificates. */
export const keySetRules: readonly KeySetRule[] = [
  keysetPrivateKey,
  keysetSymmetricKey,
  keysetUnreadable,
  keysetEmpty,
  keysetNotASet,
  keysetOversized,
  keysetMediaType,
  keysetDuplicateMember,
  keysetDuplicateKid,
  keysetSharedKid,
  keysetMissingKid,
  keyKidNotAString,
  keyRsaTooShort,
  keyRsaExponent,
  keyRoca,
  keySmallOrder,
  keyBroken,
  keyEncoding,
  keyOctets,
  keyTypeUnknown,
  keyCurveUnknown,
  keyAlgorithmUnknown,
  keyAlgorithmMismatch,
  keyOfAnotherIssuer,
  keyOfOneTenant,
  keyUseConflict,
  keyUseUnknown,
  keyOpsRepeated,
  keyCertificateBroken,
  keyCertificateMismatch,
  keyThumbprintMismatch,
  keyCertificateExpired,
  keyX5uWithoutTls,
  keyNotCheckableHere,
  keysetNoSigningKey,
  keysetAlgorithmsWithoutKey,
];

const BY_ID: ReadonlyMap<string, KeySetRule> = new Map(keySetRules.map((rule) => [rule.id, rule]));

/** Words for a finding of one of `keySetRules`; the first line is the headline. */
export const explainKeySetFinding = (finding: MemberFinding): ReturnType<typeof wordsOfMember> =>
  wordsOfMember(BY_ID, finding);
