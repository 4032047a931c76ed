import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const audMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'aud-missing',
  severity: 'info',
  basis: [rfc('RFC 7519 §4.1.3'), rfc('RFC 9068 §2.2'), rfc('RFC 8725 §3.9')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => (claims === undefined || claims.aud !== undefined ? undefined : { wanted: 'aud' }),
  explain: () => [
    line`The token names no audience (aud).`,
    line`Every service that trusts the issuer may take it, also those it was not meant for.`,
  ],
};
