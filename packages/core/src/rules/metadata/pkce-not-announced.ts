import { code, line } from '../../report/index.ts';
import { defect, flowsOf, isAbsent } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const pkceNotAnnounced: MetadataRule = {
  id: 'pkce-not-announced',
  severity: 'info',
  in: { ...OFF_FOR_MACHINES, fapi2: 'error' },
  basis: [rfc('RFC 9700 §2.1.1'), rfc('FAPI 2.0 Security Profile §5.3')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(flowsOf(evidence).includes('code') && isAbsent(evidence, 'code_challenge_methods_supported'), {
      member: 'code_challenge_methods_supported',
      found: 'nothing',
      wanted: 'S256',
    }),
  explain: () => [
    line`${code('code_challenge_methods_supported')} is missing. PKCE may work all the same (it does at Entra ID); clients cannot see it.`,
  ],
};
