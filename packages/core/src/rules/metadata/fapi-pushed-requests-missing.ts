import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAME = 'pushed_authorization_request_endpoint';

export const fapiPushedRequestsMissing: MetadataRule = {
  id: 'fapi-pushed-requests-missing',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', kong: 'off', fapi2: 'error' },
  basis: [rfc('FAPI 2.0 Security Profile §5.3'), rfc('RFC 9126 §5')],
  looksAt: 'members',
  judge: (evidence) => defect(isAbsent(evidence, NAME), { member: NAME, found: 'nothing' }),
  explain: () => [line`There is no ${code(NAME)}; FAPI 2 takes only pushed authorization requests.`],
};
