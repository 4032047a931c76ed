import { line, value } from '../../report/index.ts';
import { showInstant } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const expBeforeNbf: TokenRule<{ readonly exp: number; readonly nbf: number }> = {
  id: 'exp-before-nbf',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.4'), rfc('RFC 7519 §4.1.5')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    const exp = claims?.exp;
    const nbf = claims?.nbf;
    return typeof exp === 'number' && typeof nbf === 'number' && exp <= nbf ? { exp, nbf } : undefined;
  },
  explain: ({ exp, nbf }) => [
    line`The token is valid at no time: it ends (exp ${value(showInstant(exp * 1000, 'UTC'))}) before it begins (nbf ${value(showInstant(nbf * 1000, 'UTC'))}).`,
  ],
};
