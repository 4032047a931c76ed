import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerMissing: MetadataRule = {
  id: 'issuer-missing',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(isAbsent(evidence, 'issuer'), { member: 'issuer', found: 'nothing', wanted: 'the issuer' }),
  explain: () => [line`The document does not name its ${code('issuer')}: nobody can tell whose keys these are.`],
};
