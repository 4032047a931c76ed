import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const issMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'iss-missing',
  severity: 'info',
  basis: [rfc('RFC 7519 §4.1.1'), rfc('RFC 9068 §2.2'), rfc('RFC 8725 §3.8')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => (claims === undefined || claims.iss !== undefined ? undefined : { wanted: 'iss' }),
  explain: () => [
    line`The token names no issuer (iss).`,
    line`Kong’s jwt plugin finds its credential by iss unless key_claim_name says otherwise.`,
  ],
};
