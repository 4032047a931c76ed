import { type MemberFinding, wordsOfMember } from '../run-list.ts';
import { authorizationEndpointMissing } from './authorization-endpoint-missing.ts';
import { cibaMetadataMissing } from './ciba-metadata-missing.ts';
import { clientAssertionAlgorithmsMissing } from './client-assertion-algorithms-missing.ts';
import { clientAssertionAlgorithmsWithNone } from './client-assertion-algorithms-with-none.ts';
import { deviceEndpointMissing } from './device-endpoint-missing.ts';
import { dpopAlgorithmsNotAsymmetric } from './dpop-algorithms-not-asymmetric.ts';
import { endpointAtPrivateAddress } from './endpoint-at-private-address.ts';
import { endpointNotAbsolute } from './endpoint-not-absolute.ts';
import { endpointTemplate } from './endpoint-template.ts';
import { endpointWithFragment } from './endpoint-with-fragment.ts';
import { endpointWithUserInformation } from './endpoint-with-user-information.ts';
import { endpointWithoutTls } from './endpoint-without-tls.ts';
import { fapiAlgorithmsWeak } from './fapi-algorithms-weak.ts';
import { fapiClientAuthenticationWeak } from './fapi-client-authentication-weak.ts';
import { fapiPushedRequestsMissing } from './fapi-pushed-requests-missing.ts';
import { fapiTokensNotBound } from './fapi-tokens-not-bound.ts';
import { idTokenAlgorithmsMissing } from './id-token-algorithms-missing.ts';
import { idTokenAlgorithmsSymmetric } from './id-token-algorithms-symmetric.ts';
import { idTokenAlgorithmsWithNone } from './id-token-algorithms-with-none.ts';
import { idTokenAlgorithmsWithoutRs256 } from './id-token-algorithms-without-rs256.ts';
import { implicitFlowOffered } from './implicit-flow-offered.ts';
import { issuerMismatch } from './issuer-mismatch.ts';
import { issuerMissing } from './issuer-missing.ts';
import { issuerNotAUrl } from './issuer-not-a-url.ts';
import { issuerOtherAddress } from './issuer-other-address.ts';
import { issuerTemplate } from './issuer-template.ts';
import { issuerWithQuery } from './issuer-with-query.ts';
import { issuerWithUserInformation } from './issuer-with-user-information.ts';
import { issuerWithoutTls } from './issuer-without-tls.ts';
import { jwksUriMissing } from './jwks-uri-missing.ts';
import { kongCannotCheckAlgorithms } from './kong-cannot-check-algorithms.ts';
import { kongDiscoveryIncomplete } from './kong-discovery-incomplete.ts';
import { linkNotAbsolute } from './link-not-absolute.ts';
import { metadataByteOrderMark } from './metadata-byte-order-mark.ts';
import { metadataDuplicateMember } from './metadata-duplicate-member.ts';
import { metadataEmptyList } from './metadata-empty-list.ts';
import { metadataEncoding } from './metadata-encoding.ts';
import { metadataFlagNotBoolean } from './metadata-flag-not-boolean.ts';
import { metadataIsHtml } from './metadata-is-html.ts';
import { metadataIsToken } from './metadata-is-token.ts';
import { metadataMediaType } from './metadata-media-type.ts';
import { metadataNotAnObject } from './metadata-not-an-object.ts';
import { metadataNotJson } from './metadata-not-json.ts';
import { metadataNull } from './metadata-null.ts';
import { metadataNullExtension } from './metadata-null-extension.ts';
import { metadataTooLarge } from './metadata-too-large.ts';
import { metadataWrongType } from './metadata-wrong-type.ts';
import { mtlsAliasesUnusable } from './mtls-aliases-unusable.ts';
import { otherEndpointWithoutTls } from './other-endpoint-without-tls.ts';
import { passwordGrantOffered } from './password-grant-offered.ts';
import { pkceNotAnnounced } from './pkce-not-announced.ts';
import { pkceWithoutS256 } from './pkce-without-s256.ts';
import { pushedRequestsWithoutEndpoint } from './pushed-requests-without-endpoint.ts';
import { recommendedMemberMissing } from './recommended-member-missing.ts';
import { responseIssParameterMissing } from './response-iss-parameter-missing.ts';
import { responseTypesMissing } from './response-types-missing.ts';
import type { MetadataRule } from './rule.ts';
import { scopesWithoutOpenid } from './scopes-without-openid.ts';
import { signedMetadataUnusable } from './signed-metadata-unusable.ts';
import { subjectTypeUnknown } from './subject-type-unknown.ts';
import { subjectTypesMissing } from './subject-types-missing.ts';
import { tokenEndpointMissing } from './token-endpoint-missing.ts';

/** Every rule about a discovery document, in the order in which findings are told: form, issuer, members, advice. */
export const metadataRules: readonly MetadataRule[] = [
  metadataNotJson,
  metadataIsHtml,
  metadataIsToken,
  metadataNotAnObject,
  metadataEncoding,
  metadataTooLarge,
  metadataByteOrderMark,
  metadataMediaType,
  metadataDuplicateMember,
  metadataNull,
  metadataNullExtension,
  metadataEmptyList,
  metadataWrongType,
  metadataFlagNotBoolean,
  issuerMissing,
  issuerNotAUrl,
  issuerTemplate,
  issuerWithoutTls,
  issuerWithQuery,
  issuerWithUserInformation,
  issuerMismatch,
  issuerOtherAddress,
  endpointNotAbsolute,
  endpointWithoutTls,
  otherEndpointWithoutTls,
  linkNotAbsolute,
  endpointWithUserInformation,
  endpointAtPrivateAddress,
  endpointTemplate,
  endpointWithFragment,
  authorizationEndpointMissing,
  tokenEndpointMissing,
  jwksUriMissing,
  responseTypesMissing,
  subjectTypesMissing,
  subjectTypeUnknown,
  idTokenAlgorithmsMissing,
  idTokenAlgorithmsWithoutRs256,
  scopesWithoutOpenid,
  recommendedMemberMissing,
  idTokenAlgorithmsWithNone,
  idTokenAlgorithmsSymmetric,
  clientAssertionAlgorithmsMissing,
  clientAssertionAlgorithmsWithNone,
  pkceWithoutS256,
  pkceNotAnnounced,
  passwordGrantOffered,
  implicitFlowOffered,
  dpopAlgorithmsNotAsymmetric,
  mtlsAliasesUnusable,
  signedMetadataUnusable,
  deviceEndpointMissing,
  cibaMetadataMissing,
  pushedRequestsWithoutEndpoint,
  responseIssParameterMissing,
  fapiPushedRequestsMissing,
  fapiTokensNotBound,
  fapiClientAuthenticationWeak,
  fapiAlgorithmsWeak,
  kongCannotCheckAlgorithms,
  kongDiscoveryIncomplete,
];

const BY_ID: ReadonlyMap<string, MetadataRule> = new Map(metadataRules.map((rule) => [rule.id, rule]));

/** Words for a finding of one of `metadataRules`; the first line is the headline. */
export const explainMetadataFinding = (finding: MemberFinding): ReturnType<typeof wordsOfMember> =>
  wordsOfMember(BY_ID, finding);
