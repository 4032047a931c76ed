import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const ALLOWED: ReadonlySet<string> = new Set(['PS256', 'ES256', 'EdDSA', 'Ed25519']);
const LISTS = [
  'id_token_signing_alg_values_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'request_object_signing_alg_values_supported',
  'authorization_signing_alg_values_supported',
];

export const fapiAlgorithmsWeak: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'fapi-algorithms-weak',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', kong: 'off', fapi2: 'error' },
  basis: [rfc('FAPI 2.0 Security Profile §5.4')],
  looksAt: 'members',
  judge: (evidence) =>
    LISTS.flatMap((member) => {
      const listed = listOf(evidence, member);
      if (listed === undefined || listed.some((name) => ALLOWED.has(name))) return [];
      return [{ member, found: listed.join(', ').slice(0, 200), wanted: [...ALLOWED].join(', ') }];
    }),
  explain: ({ member, found }) => [
    line`${code(member)} offers ${value(found)}; FAPI 2 takes PS256, ES256 and Ed25519 alone.`,
  ],
};
