import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const idTokenAlgorithmsWithoutRs256: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'id-token-algorithms-without-rs256',
  severity: 'error',
  in: { auto: 'info', workload: 'off', fapi2: 'off', kong: 'info' },
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) => {
    const algorithms = listOf(evidence, 'id_token_signing_alg_values_supported');
    if (evidence.document === 'oauth' || algorithms === undefined || algorithms.length === 0) return [];
    if (algorithms.includes('RS256')) return [];
    const found = algorithms.join(', ').slice(0, 200);
    return [{ member: 'id_token_signing_alg_values_supported', found, wanted: 'RS256' }];
  },
  explain: ({ found }) => [
    line`${code('id_token_signing_alg_values_supported')} lists ${value(found)}; RS256 must be among them.`,
    line`Clients that are not told otherwise expect RS256, and fail.`,
  ],
};
