import { code, line } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const LISTS = [
  'token_endpoint_auth_signing_alg_values_supported',
  'revocation_endpoint_auth_signing_alg_values_supported',
  'introspection_endpoint_auth_signing_alg_values_supported',
];

export const clientAssertionAlgorithmsWithNone: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'client-assertion-algorithms-with-none',
  severity: 'error',
  basis: [rfc('RFC 8414 §2'), rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    LISTS.filter((name) => listOf(evidence, name)?.includes('none') === true).map((member) => ({
      member,
      found: 'none',
    })),
  explain: ({ member }) => [
    line`${code(member)} lists none: a client could authenticate with an assertion that nobody signed.`,
  ],
};
