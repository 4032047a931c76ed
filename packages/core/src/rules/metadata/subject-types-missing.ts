import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const subjectTypesMissing: MetadataRule = {
  id: 'subject-types-missing',
  severity: 'error',
  in: OFF_FOR_MACHINES,
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(evidence.document === 'openid' && isAbsent(evidence, 'subject_types_supported'), {
      member: 'subject_types_supported',
      found: 'nothing',
    }),
  explain: () => [line`There is no ${code('subject_types_supported')}.`],
};
