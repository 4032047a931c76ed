import { code, line } from '../../report/index.ts';
import { defect, isAbsent } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const jwksUriMissing: MetadataRule = {
  id: 'jwks-uri-missing',
  severity: 'error',
  in: { 'auto-federation': 'off' },
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(evidence.document === 'openid' && isAbsent(evidence, 'jwks_uri'), { member: 'jwks_uri', found: 'nothing' }),
  explain: () => [line`There is no ${code('jwks_uri')}: without keys no signature can be checked.`],
};
