import { code, line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const algNone: TokenRule<{ readonly found: string; readonly isSigned: boolean }> = {
  id: 'alg-none',
  severity: 'error',
  basis: [rfc('RFC 7519 §6'), rfc('RFC 8725 §3.2')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }) => {
    if (header?.alg !== 'none') return undefined;
    return { found: 'none', isSigned: token.kind === 'jws' && token.signatureText !== '' };
  },
  explain: ({ isSigned }) => [
    line`The token is unsecured: alg is ${code('none')}.`,
    isSigned
      ? line`It has a signature all the same, which nobody checks under this algorithm.`
      : line`Anybody could have written it. It is never valid here.`,
  ],
};
