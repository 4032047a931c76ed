import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const nestedToken: TokenRule<{ readonly found: string }> = {
  id: 'nested-token',
  severity: 'info',
  basis: [rfc('RFC 7519 §5.2'), rfc('RFC 7515 §4.1.10')],
  strict: false,
  looksAt: 'token',
  judge: ({ token, header }) => {
    if (token.kind === 'jws' && token.claims === undefined && token.nested !== undefined)
      return { found: token.nested.kind };
    const cty = token.kind === 'jwe' ? header?.cty : undefined;
    return typeof cty === 'string' && /^(?:application\/)?jwt$/i.test(cty) ? { found: 'jwt' } : undefined;
  },
  explain: ({ found }) => [
    line`The content of the token is itself a token${found === 'jwe' ? ', an encrypted one' : ''}.`,
    line`Its claims are inside. Kong’s jwt plugin looks at the outer one only and finds none.`,
  ],
};
