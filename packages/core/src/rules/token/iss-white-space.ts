import { line, value } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const issWhiteSpace: TokenRule<{ readonly found: string }> = {
  id: 'iss-white-space',
  severity: 'warning',
  basis: [rfc('RFC 7519 §2'), rfc('OpenID Connect Discovery 1.0 §4.3')],
  strict: false,
  looksAt: 'token',
  judge: ({ token, claims }) => {
    const iss = claims?.iss;
    if (typeof iss !== 'string') return undefined;
    const isPlain = token.kind === 'jws' && token.plain;
    return iss.includes(' ') || (!isPlain && /\s/.test(iss)) ? { found: iss } : undefined;
  },
  explain: ({ found }) => [
    line`The issuer holds white space: ${value(JSON.stringify(found))}.`,
    line`Issuers are compared to the character; a blank at the end makes another one.`,
  ],
};
