import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const subMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'sub-missing',
  severity: 'info',
  basis: [rfc('RFC 7519 §4.1.2'), rfc('RFC 9068 §2.2'), rfc('OpenID Connect Core 1.0 §2')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) =>
    claims === undefined || claims.sub !== undefined || claims.sid !== undefined ? undefined : { wanted: 'sub' },
  explain: () => [
    line`The token names no subject (sub).`,
    line`Nobody can tell whom it is about; access tokens (RFC 9068) and ID tokens must say so.`,
  ],
};
