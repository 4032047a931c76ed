import { code, line } from '../../report/index.ts';
import type { MetadataEvidence } from './evidence.ts';
import { defect, flowsOf, isAbsent, listOf } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const authorizationEndpointMissing: MetadataRule = {
  id: 'authorization-endpoint-missing',
  severity: 'error',
  in: OFF_FOR_MACHINES,
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(
      (evidence.document === 'openid' || needsLoginPage(evidence)) && isAbsent(evidence, 'authorization_endpoint'),
      { member: 'authorization_endpoint', found: 'nothing' },
    ),
  explain: () => [line`There is no ${code('authorization_endpoint')}: nobody can be sent to log in.`],
};

function needsLoginPage(evidence: MetadataEvidence): boolean {
  const grants = listOf(evidence, 'grant_types_supported');
  if (grants !== undefined) return grants.includes('authorization_code') || grants.includes('implicit');
  return flowsOf(evidence).some((flow) => flow === 'code' || flow === 'token');
}
