import { code, line } from '../../report/index.ts';
import { isAbsent, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const ENDPOINTS = ['token', 'revocation', 'introspection'];

export const clientAssertionAlgorithmsMissing: MetadataRule<{ readonly member: string; readonly wanted: string }> = {
  id: 'client-assertion-algorithms-missing',
  severity: 'info',
  in: { oauth: 'error' },
  basis: [rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    ENDPOINTS.flatMap((endpoint) => {
      const methods = listOf(evidence, `${endpoint}_endpoint_auth_methods_supported`) ?? [];
      const signed = methods.filter((method) => method === 'private_key_jwt' || method === 'client_secret_jwt');
      const member = `${endpoint}_endpoint_auth_signing_alg_values_supported`;
      if (signed.length === 0 || !isAbsent(evidence, member)) return [];
      return [{ member, found: 'nothing', wanted: `algorithms for ${signed.join(' and ')}` }];
    }),
  explain: ({ member }) => [
    line`Clients may authenticate with a signed assertion, and ${code(member)} does not say how it is to be signed.`,
  ],
};
