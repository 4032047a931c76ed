import type { Finding } from '../../facts/index.ts';
import type { Line } from '../../report/index.ts';
import { explainFinding } from '../run.ts';
import { algMissing } from './alg-missing.ts';
import { algNone } from './alg-none.ts';
import { algNotAString } from './alg-not-a-string.ts';
import { algUnknown } from './alg-unknown.ts';
import { algUnknownCase } from './alg-unknown-case.ts';
import { atHashMismatch } from './at-hash-mismatch.ts';
import { atJwtClaimsMissing } from './at-jwt-claims-missing.ts';
import { audMissing } from './aud-missing.ts';
import { audSeveralWithoutAzp } from './aud-several-without-azp.ts';
import { audWrongType } from './aud-wrong-type.ts';
import { b64False } from './b64-false.ts';
import { base64InvalidCharacter } from './base64-invalid-character.ts';
import { base64Length } from './base64-length.ts';
import { base64NotCanonical } from './base64-not-canonical.ts';
import { base64Padding } from './base64-padding.ts';
import { base64StandardAlphabet } from './base64-standard-alphabet.ts';
import { boundTokenCnf } from './bound-token-cnf.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { claimsControlCharacters } from './claims-control-characters.ts';
import { critMalformed } from './crit-malformed.ts';
import { critUnknown } from './crit-unknown.ts';
import { duplicateMember } from './duplicate-member.ts';
import { encMissing } from './enc-missing.ts';
import { esSignatureIsDer } from './es-signature-is-der.ts';
import { esSignatureLength } from './es-signature-length.ts';
import { esSignatureZero } from './es-signature-zero.ts';
import { expBeforeIat } from './exp-before-iat.ts';
import { expBeforeNbf } from './exp-before-nbf.ts';
import { expMissing } from './exp-missing.ts';
import { expNotANumber } from './exp-not-a-number.ts';
import { headerJku } from './header-jku.ts';
import { headerJwkEmbedded } from './header-jwk-embedded.ts';
import { headerX5cUntrusted } from './header-x5c-untrusted.ts';
import { headerX5u } from './header-x5u.ts';
import { hmacSignatureTruncated } from './hmac-signature-truncated.ts';
import { hmacWithPublishedKeys } from './hmac-with-published-keys.ts';
import { invalidUtf8 } from './invalid-utf8.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { issMissing } from './iss-missing.ts';
import { issMixedScript } from './iss-mixed-script.ts';
import { issNotAString } from './iss-not-a-string.ts';
import { issWhiteSpace } from './iss-white-space.ts';
import { issuedInTheFuture } from './issued-in-the-future.ts';
import { jsonSerialization } from './json-serialization.ts';
import { jsonTooDeep } from './json-too-deep.ts';
import { jsonTooManyMembers } from './json-too-many-members.ts';
import { jweNotReadable } from './jwe-not-readable.ts';
import { jweZip } from './jwe-zip.ts';
import { kidNotAString } from './kid-not-a-string.ts';
import { kidSuspicious } from './kid-suspicious.ts';
import { lifetimeTooLong } from './lifetime-too-long.ts';
import { loneSurrogate } from './lone-surrogate.ts';
import { nestedToken } from './nested-token.ts';
import { notAnObject } from './not-an-object.ts';
import { notJson } from './not-json.ts';
import { numberOutOfRange } from './number-out-of-range.ts';
import { partEmpty } from './part-empty.ts';
import { pbes2Count } from './pbes2-count.ts';
import type { TokenRule } from './rule.ts';
import { segmentsWrongNumber } from './segments-wrong-number.ts';
import { signatureEmpty } from './signature-empty.ts';
import { subMissing } from './sub-missing.ts';
import { subNotAString } from './sub-not-a-string.ts';
import { timeInMilliseconds } from './time-in-milliseconds.ts';
import { timeNotANumber } from './time-not-a-number.ts';
import { timeOutOfRange } from './time-out-of-range.ts';
import { tokenCutOff } from './token-cut-off.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';
import { tokenOversized } from './token-oversized.ts';
import { typConfusion } from './typ-confusion.ts';

/** Every rule about a token, in the order in which findings are told: form, header, signature, times, claims. */
export const tokenRules: readonly TokenRule[] = [
  base64Padding,
  base64StandardAlphabet,
  base64NotCanonical,
  base64InvalidCharacter,
  base64Length,
  segmentsWrongNumber,
  partEmpty,
  tokenOversized,
  invalidUtf8,
  byteOrderMark,
  notJson,
  notAnObject,
  jsonTooDeep,
  jsonTooManyMembers,
  duplicateMember,
  jsonSerialization,
  loneSurrogate,
  numberOutOfRange,
  claimsControlCharacters,
  invisibleCharacters,
  algMissing,
  algNotAString,
  algUnknownCase,
  algUnknown,
  encMissing,
  critMalformed,
  critUnknown,
  b64False,
  headerJwkEmbedded,
  headerX5cUntrusted,
  kidNotAString,
  kidSuspicious,
  jweZip,
  pbes2Count,
  algNone,
  signatureEmpty,
  headerJku,
  headerX5u,
  typConfusion,
  hmacWithPublishedKeys,
  boundTokenCnf,
  jweNotReadable,
  esSignatureIsDer,
  esSignatureLength,
  esSignatureZero,
  hmacSignatureTruncated,
  tokenExpired,
  tokenNotYetValid,
  issuedInTheFuture,
  expMissing,
  expNotANumber,
  timeNotANumber,
  timeInMilliseconds,
  timeOutOfRange,
  expBeforeNbf,
  expBeforeIat,
  lifetimeTooLong,
  issMissing,
  issNotAString,
  issMixedScript,
  issWhiteSpace,
  audWrongType,
  audMissing,
  audSeveralWithoutAzp,
  subMissing,
  subNotAString,
  tokenCutOff,
  nestedToken,
  atHashMismatch,
  atJwtClaimsMissing,
];

const BY_ID: ReadonlyMap<string, TokenRule> = new Map(tokenRules.map((rule) => [rule.id, rule]));

/** Whether the standards want a token with this finding refused, whatever the time and the key. */
export function isStrict(finding: Finding): boolean {
  return BY_ID.get(finding.id)?.strict ?? false;
}

/** Words for a finding of one of `tokenRules`; the first line is the headline. */
export function explainTokenFinding(finding: Finding): readonly Line[] {
  return explainFinding(BY_ID, finding);
}
