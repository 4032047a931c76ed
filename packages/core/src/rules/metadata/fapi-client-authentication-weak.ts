import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAME = 'token_endpoint_auth_methods_supported';
const STRONG: ReadonlySet<string> = new Set(['private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth']);

export const fapiClientAuthenticationWeak: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'fapi-client-authentication-weak',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', kong: 'off', fapi2: 'error' },
  basis: [rfc('FAPI 2.0 Security Profile §5.3')],
  looksAt: 'members',
  judge: (evidence) => {
    const methods = listOf(evidence, NAME) ?? ['client_secret_basic'];
    if (methods.some((method) => STRONG.has(method))) return [];
    return [{ member: NAME, found: methods.join(', '), wanted: [...STRONG].join(' or ') }];
  },
  explain: ({ found }) => [line`${code(NAME)} offers ${value(found)}; FAPI 2 wants a private key or a certificate.`],
};
