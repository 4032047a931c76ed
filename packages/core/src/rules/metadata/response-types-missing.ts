import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const responseTypesMissing: MetadataRule = {
  id: 'response-types-missing',
  severity: 'error',
  in: OFF_FOR_MACHINES,
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(isAbsent(evidence, 'response_types_supported'), { member: 'response_types_supported', found: 'nothing' }),
  explain: () => [line`There is no ${code('response_types_supported')}.`],
};
