import { member } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { defect, flowsOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAME = 'authorization_response_iss_parameter_supported';

export const responseIssParameterMissing: MetadataRule = {
  id: 'response-iss-parameter-missing',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', kong: 'off', fapi2: 'error' },
  basis: [rfc('RFC 9207 §2'), rfc('FAPI 2.0 Security Profile §5.3')],
  looksAt: 'members',
  judge: (evidence) => {
    const flag = member(evidence.object, NAME);
    return defect(flowsOf(evidence).includes('code') && flag !== true, {
      member: NAME,
      found: String(flag ?? 'nothing'),
      wanted: 'true',
    });
  },
  explain: () => [
    line`${code(NAME)} is not true: a client of several issuers cannot tell which one answered (mix-up attack).`,
  ],
};
