import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAME = 'id_token_signing_alg_values_supported';

export const idTokenAlgorithmsSymmetric: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'id-token-algorithms-symmetric',
  severity: 'info',
  in: { kong: 'warning', fapi2: 'error' },
  basis: [rfc('OpenID Connect Core 1.0 §10.1'), rfc('FAPI 2.0 Security Profile §5.4')],
  looksAt: 'members',
  judge: (evidence) => {
    const listed = listOf(evidence, NAME) ?? [];
    const symmetric = listed.filter((name) => /^HS\d/.test(name));
    if (symmetric.length === 0 || symmetric.length < listed.length) return [];
    return [{ member: NAME, found: symmetric.join(', '), wanted: 'an algorithm with a public key' }];
  },
  explain: ({ found }) => [
    line`ID Tokens are signed with ${value(found)} alone (${code(NAME)}): who can check them can make them, and no key that is published helps.`,
  ],
};
