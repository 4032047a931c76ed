import { line, value } from '../../report/index.ts';
import { showInstant } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const expBeforeIat: TokenRule<{ readonly exp: number; readonly iat: number }> = {
  id: 'exp-before-iat',
  severity: 'warning',
  basis: [rfc('RFC 7519 §4.1.4'), rfc('RFC 7519 §4.1.6')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    const exp = claims?.exp;
    const iat = claims?.iat;
    return typeof exp === 'number' && typeof iat === 'number' && exp <= iat ? { exp, iat } : undefined;
  },
  explain: ({ exp, iat }) => [
    line`The token was expired when it was issued: exp ${value(showInstant(exp * 1000, 'UTC'))}, iat ${value(showInstant(iat * 1000, 'UTC'))}.`,
  ],
};
