import { member } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const FLAG = 'require_pushed_authorization_requests';
const ENDPOINT = 'pushed_authorization_request_endpoint';

export const pushedRequestsWithoutEndpoint: MetadataRule = {
  id: 'pushed-requests-without-endpoint',
  severity: 'error',
  basis: [rfc('RFC 9126 §5')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(member(evidence.object, FLAG) === true && isAbsent(evidence, ENDPOINT), {
      member: ENDPOINT,
      found: 'nothing',
      wanted: 'a URL',
    }),
  explain: () => [line`${code(FLAG)} is true, and there is no ${code(ENDPOINT)} to push a request to.`],
};
