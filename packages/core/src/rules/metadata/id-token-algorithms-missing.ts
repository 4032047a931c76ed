import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const idTokenAlgorithmsMissing: MetadataRule = {
  id: 'id-token-algorithms-missing',
  severity: 'error',
  in: { ...OFF_FOR_MACHINES, auto: 'warning' },
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(evidence.document === 'openid' && isAbsent(evidence, 'id_token_signing_alg_values_supported'), {
      member: 'id_token_signing_alg_values_supported',
      found: 'nothing',
    }),
  explain: () => [
    line`There is no ${code('id_token_signing_alg_values_supported')}: how ID Tokens are signed is not said.`,
  ],
};
