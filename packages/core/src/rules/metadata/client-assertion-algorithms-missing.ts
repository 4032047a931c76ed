import { code, line } from '../../report/index.ts';
import { defect, isAbsent, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const clientAssertionAlgorithmsMissing: MetadataRule = {
  id: 'client-assertion-algorithms-missing',
  severity: 'info',
  in: { oauth: 'error' },
  basis: [rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) => {
    const methods = listOf(evidence, 'token_endpoint_auth_methods_supported') ?? [];
    const signed = methods.filter((method) => method === 'private_key_jwt' || method === 'client_secret_jwt');
    return defect(signed.length > 0 && isAbsent(evidence, 'token_endpoint_auth_signing_alg_values_supported'), {
      member: 'token_endpoint_auth_signing_alg_values_supported',
      found: 'nothing',
      wanted: `algorithms for ${signed.join(' and ')}`,
    });
  },
  explain: () => [
    line`Clients may authenticate with a signed assertion, and ${code('token_endpoint_auth_signing_alg_values_supported')} does not say how it is to be signed.`,
  ],
};
