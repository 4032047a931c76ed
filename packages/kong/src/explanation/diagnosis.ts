import type { Check } from '../judgement/index.ts';
import type { StepData, StepId } from '../plugins/index.ts';

type Naming<Id extends StepId> = string | null | ((data: StepData[Id]) => string);

/** Diagnosis of each step: also the name of its page in `docs/rules`. Null where nothing is wrong. */
const OF_STEP: { readonly [Id in StepId]: Naming<Id> } = {
  J00: null,
  J01: null,
  J09: 'kong-jwt-null-uri-param-names',
  J10: 'kong-jwt-no-token',
  J11: 'kong-jwt-multiple-tokens',
  J12: 'kong-jwt-token-without-value',
  J20: 'kong-jwt-undecodable-token',
  J21: 'kong-jwt-header-not-an-object',
  J22: 'kong-jwt-unlisted-algorithm',
  J23: 'kong-jwt-claims-not-an-object',
  J24: 'kong-jwt-undecodable-signature',
  J30: 'kong-jwt-claims-not-an-object',
  J31: ({ claim }) => (claim === null ? 'kong-jwt-null-key-claim-name' : 'kong-jwt-no-key-claim'),
  J32: 'kong-jwt-empty-key-claim',
  J33: 'kong-jwt-key-claim-not-a-string',
  J34: 'kong-jwt-key-claim-not-a-string',
  J36: 'kong-jwt-no-credential',
  J40: 'kong-jwt-invalid-algorithm',
  J41: 'kong-jwt-secret-not-base64url',
  J42: 'kong-jwt-credential-without-key',
  J43: 'kong-jwt-key-read-as-base64',
  J50: 'kong-jwt-unreadable-public-key',
  J51: 'kong-jwt-signature-length',
  J52: 'kong-jwt-pss-signature-not-256-bytes',
  J53: 'kong-jwt-invalid-signature',
  J60: ({ checked }) => timeDiagnosis(checked.find(({ outcome }) => outcome !== 'pass')?.outcome),
  J61: 'kong-jwt-lifetime-too-long',
  J70: 'kong-jwt-consumer-missing',
  J80: null,
  A1: 'kong-jwt-anonymous-accepts',
  A2: 'kong-jwt-anonymous-missing',
  'preflight-skipped': null,
  'authenticated-before': null,
  authenticated: null,
  anonymous: 'kong-anonymous-accepts',
  'anonymous-missing': 'kong-anonymous-missing',
  'plugin-crash': 'kong-plugin-error',
  'key-auth-key': 'kong-key-auth-no-key',
  'key-auth-duplicate': 'kong-key-auth-duplicate-key',
  'key-auth-credential': 'kong-key-auth-unknown-key',
  'basic-auth-header': 'kong-basic-auth-no-credentials',
  'basic-auth-format': 'kong-basic-auth-unreadable',
  'basic-auth-user': 'kong-basic-auth-unknown-user',
  'basic-auth-password': 'kong-basic-auth-wrong-password',
  'hmac-auth-header': 'kong-hmac-auth-no-signature',
  'hmac-auth-date': 'kong-hmac-auth-date',
  'hmac-auth-format': 'kong-hmac-auth-unreadable',
  'hmac-auth-enforced': 'kong-hmac-auth-enforced-header',
  'hmac-auth-algorithm': 'kong-hmac-auth-algorithm',
  'hmac-auth-user': 'kong-hmac-auth-unknown-user',
  'hmac-auth-signature': 'kong-hmac-auth-signature',
  'hmac-auth-digest': 'kong-hmac-auth-digest',
  'acl-unauthenticated': 'kong-acl-unauthenticated',
  'acl-consumer': 'kong-acl-without-consumer',
  'acl-group': 'kong-acl-group',
  'ip-restriction': 'kong-ip-restriction-address',
  'bot-detection-agents': 'kong-bot-detection-agents',
  'bot-detection': 'kong-bot-detection-bot',
  'cors-preflight': 'kong-cors-preflight',
  'request-size-limiting-length': 'kong-request-size-no-length',
  'request-size-limiting': 'kong-request-size-too-large',
  'request-termination': 'kong-request-termination',
  'rate-limiting': null,
  'request-transformed': null,
  'correlation-id': null,
  'oauth2-endpoint': 'kong-oauth2-endpoint',
  'oauth2-introspection-token': null,
  'oauth2-token': 'kong-oauth2-no-token',
  'ldap-auth-header': 'kong-ldap-auth-no-credentials',
  function: 'kong-function-answers',
};

function timeDiagnosis(outcome: StepData['J60']['checked'][number]['outcome'] | undefined): string {
  if (outcome === 'expired') return 'kong-jwt-expired';
  return outcome === 'too-early' ? 'kong-jwt-not-yet-valid' : 'kong-jwt-time-claim-not-a-number';
}

/** Refusals of nginx and the router. */
const OF_GATEWAY: Readonly<Record<string, string>> = {
  P1: 'kong-duplicate-header',
  P2: 'kong-header-too-large',
  P2b: 'kong-uri-too-long',
  P3: 'kong-no-route',
  P4: 'kong-https-required',
};

/** Every diagnosis that the gateway's rooms can make; each has a page of its name. */
export const DIAGNOSES: readonly string[] = [
  ...new Set([
    ...Object.values(OF_STEP).filter((one) => typeof one === 'string'),
    ...['kong-jwt-null-key-claim-name', 'kong-jwt-no-key-claim'],
    ...['kong-jwt-expired', 'kong-jwt-not-yet-valid', 'kong-jwt-time-claim-not-a-number'],
    ...['kong-jwt-expired-but-accepted', 'kong-jwt-not-yet-valid-but-accepted', 'kong-jwt-preflight-unchecked'],
    ...Object.values(OF_GATEWAY),
  ]),
];

/** Name of the diagnosis of a failing check; undefined where no page tells of it. */
export function diagnosisOf({ step, data }: Pick<Check, 'step' | 'data'>): string | undefined {
  if (Object.hasOwn(OF_GATEWAY, step)) return OF_GATEWAY[step];
  if (!Object.hasOwn(OF_STEP, step)) return undefined;
  const naming = OF_STEP[step as StepId] as Naming<StepId>;
  return typeof naming === 'function' ? naming(data as StepData[StepId] & never) : (naming ?? undefined);
}
