import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const expMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'exp-missing',
  severity: 'warning',
  basis: [rfc('RFC 7519 §4.1.4'), rfc('RFC 9068 §2.2'), rfc('OpenID Connect Core 1.0 §2')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => (claims === undefined || claims.exp !== undefined ? undefined : { wanted: 'exp' }),
  explain: () => [
    line`The token has no exp: it never expires.`,
    line`The plain standard lets it be left out; access tokens (RFC 9068) and ID tokens must have it.`,
  ],
};
