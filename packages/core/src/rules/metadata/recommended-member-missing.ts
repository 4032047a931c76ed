import { code, line } from '../../report/index.ts';
import { isAbsent } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

const RECOMMENDED = ['userinfo_endpoint', 'scopes_supported', 'claims_supported'];

export const recommendedMemberMissing: MetadataRule<{ readonly member: string }> = {
  id: 'recommended-member-missing',
  severity: 'info',
  in: OFF_FOR_MACHINES,
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    evidence.document === 'oauth'
      ? []
      : RECOMMENDED.filter((name) => isAbsent(evidence, name)).map((member) => ({ member, found: 'nothing' })),
  explain: ({ member }) => [line`${code(member)} is recommended, and missing.`],
};
