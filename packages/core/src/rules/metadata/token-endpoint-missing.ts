import { code, line } from '../../report/index.ts';
import { defect, isAbsent, needsTokenEndpoint } from './look.ts';
import { type MetadataRule, OFF_FOR_MACHINES, rfc } from './rule.ts';

export const tokenEndpointMissing: MetadataRule = {
  id: 'token-endpoint-missing',
  severity: 'error',
  in: OFF_FOR_MACHINES,
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(needsTokenEndpoint(evidence) && isAbsent(evidence, 'token_endpoint'), {
      member: 'token_endpoint',
      found: 'nothing',
    }),
  explain: () => [line`There is no ${code('token_endpoint')}, though a flow is offered that ends there.`],
};
