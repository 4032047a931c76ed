/**
 * Members of provider and server metadata, as registered with IANA ("OAuth Authorization Server Metadata"),
 * and what their values are. `endpoint` is a URL that somebody sends something to, `link` one for people to read.
 */
export type MemberType = 'issuer' | 'endpoint' | 'link' | 'strings' | 'boolean' | 'object';

export interface MemberRow {
  readonly type: MemberType;
  /** Discovery 1.0 §3 wants https for it (RFC 8414 §2 for the rest of OAuth's own). */
  readonly https?: true;
}

const ENDPOINTS_WITH_TLS = [
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
  'registration_endpoint',
];
const ENDPOINTS = ['revocation_endpoint', 'introspection_endpoint', 'end_session_endpoint', 'check_session_iframe'];
const EXTENSION_ENDPOINTS = [
  'device_authorization_endpoint',
  'pushed_authorization_request_endpoint',
  'backchannel_authentication_endpoint',
  'signed_jwks_uri',
  'federation_registration_endpoint',
  'credential_issuer',
  'challenge_endpoint',
];
const LINKS = ['service_documentation', 'op_policy_uri', 'op_tos_uri'];
const STRINGS = [
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'acr_values_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
  'id_token_encryption_alg_values_supported',
  'id_token_encryption_enc_values_supported',
  'userinfo_signing_alg_values_supported',
  'userinfo_encryption_alg_values_supported',
  'userinfo_encryption_enc_values_supported',
  'request_object_signing_alg_values_supported',
  'request_object_encryption_alg_values_supported',
  'request_object_encryption_enc_values_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'display_values_supported',
  'claim_types_supported',
  'claims_supported',
  'claims_locales_supported',
  'ui_locales_supported',
  'revocation_endpoint_auth_methods_supported',
  'revocation_endpoint_auth_signing_alg_values_supported',
  'introspection_endpoint_auth_methods_supported',
  'introspection_endpoint_auth_signing_alg_values_supported',
  'code_challenge_methods_supported',
];
const EXTENSION_STRINGS = [
  'dpop_signing_alg_values_supported',
  'introspection_signing_alg_values_supported',
  'introspection_encryption_alg_values_supported',
  'introspection_encryption_enc_values_supported',
  'authorization_signing_alg_values_supported',
  'authorization_encryption_alg_values_supported',
  'authorization_encryption_enc_values_supported',
  'authorization_details_types_supported',
  'backchannel_token_delivery_modes_supported',
  'backchannel_authentication_request_signing_alg_values_supported',
  'client_registration_types_supported',
  'prompt_values_supported',
];
const BOOLEANS = [
  'claims_parameter_supported',
  'request_parameter_supported',
  'request_uri_parameter_supported',
  'require_request_uri_registration',
  'frontchannel_logout_supported',
  'frontchannel_logout_session_supported',
  'backchannel_logout_supported',
  'backchannel_logout_session_supported',
];
const EXTENSION_BOOLEANS = [
  'tls_client_certificate_bound_access_tokens',
  'require_signed_request_object',
  'require_pushed_authorization_requests',
  'authorization_response_iss_parameter_supported',
  'backchannel_user_code_parameter_supported',
];

const rows = (names: readonly string[], row: MemberRow): readonly (readonly [string, MemberRow])[] =>
  names.map((name) => [name, row]);

export const MEMBERS: ReadonlyMap<string, MemberRow> = new Map([
  ['issuer', { type: 'issuer', https: true }],
  ...rows(ENDPOINTS_WITH_TLS, { type: 'endpoint', https: true }),
  ...rows(ENDPOINTS, { type: 'endpoint' }),
  ...rows(EXTENSION_ENDPOINTS, { type: 'endpoint' }),
  ...rows(LINKS, { type: 'link' }),
  ...rows(STRINGS, { type: 'strings' }),
  ...rows(EXTENSION_STRINGS, { type: 'strings' }),
  ...rows(BOOLEANS, { type: 'boolean' }),
  ...rows(EXTENSION_BOOLEANS, { type: 'boolean' }),
  ['mtls_endpoint_aliases', { type: 'object' }],
]);
