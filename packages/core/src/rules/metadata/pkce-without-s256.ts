import { code, line } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const pkceWithoutS256: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'pkce-without-s256',
  severity: 'warning',
  in: { fapi2: 'error' },
  basis: [rfc('RFC 9700 §2.1.1'), rfc('RFC 7636 §4.2'), rfc('FAPI 2.0 Security Profile §5.3')],
  looksAt: 'members',
  judge: (evidence) => {
    const methods = listOf(evidence, 'code_challenge_methods_supported');
    if (methods === undefined || methods.length === 0 || methods.includes('S256')) return [];
    return [{ member: 'code_challenge_methods_supported', found: methods.join(', '), wanted: 'S256' }];
  },
  explain: () => [
    line`${code('code_challenge_methods_supported')} does not list S256: with plain, who reads the request can use the code.`,
  ],
};
