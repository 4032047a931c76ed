import { member } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { defect, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const FLAG = 'tls_client_certificate_bound_access_tokens';

export const fapiTokensNotBound: MetadataRule = {
  id: 'fapi-tokens-not-bound',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', kong: 'off', fapi2: 'error' },
  basis: [rfc('FAPI 2.0 Security Profile §5.3'), rfc('RFC 8705 §3.3'), rfc('RFC 9449 §5.1')],
  looksAt: 'members',
  judge: (evidence) => {
    const isBound =
      member(evidence.object, FLAG) === true ||
      (listOf(evidence, 'dpop_signing_alg_values_supported') ?? []).length > 0;
    return defect(!isBound, { member: FLAG, found: 'bearer tokens', wanted: 'mutual TLS or DPoP' });
  },
  explain: () => [line`Neither ${code(FLAG)} nor DPoP is offered; FAPI 2 wants tokens that are bound to their holder.`],
};
