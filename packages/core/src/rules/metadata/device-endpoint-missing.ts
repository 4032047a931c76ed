import { code, line, value } from '../../report/index.ts';
import { defect, isAbsent, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const NAME = 'device_authorization_endpoint';

export const deviceEndpointMissing: MetadataRule = {
  id: 'device-endpoint-missing',
  severity: 'info',
  basis: [rfc('RFC 8628 §4')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(listOf(evidence, 'grant_types_supported')?.includes(GRANT) === true && isAbsent(evidence, NAME), {
      member: NAME,
      found: 'nothing',
    }),
  explain: () => [line`The grant ${value(GRANT)} is offered, and ${code(NAME)} does not say where a device begins.`],
};
