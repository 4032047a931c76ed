import { line } from '../../report/index.ts';
import { defect, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const idTokenAlgorithmsWithNone: MetadataRule = {
  id: 'id-token-algorithms-with-none',
  severity: 'info',
  in: { fapi2: 'error' },
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8725 §3.2'), rfc('FAPI 2.0 Security Profile §5.4')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(listOf(evidence, 'id_token_signing_alg_values_supported')?.includes('none') === true, {
      member: 'id_token_signing_alg_values_supported',
      found: 'none',
    }),
  explain: () => [
    line`ID Tokens without a signature are offered (none). They are allowed only where they come from the token endpoint itself.`,
  ],
};
