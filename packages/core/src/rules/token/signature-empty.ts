import { code, line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

const DOT = 0x2e;

export const signatureEmpty: TokenRule<{ readonly alg: string }> = {
  id: 'signature-empty',
  severity: 'error',
  basis: [rfc('RFC 7515 §5.2'), rfc('RFC 8725 §3.2')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }) => {
    if (token.kind !== 'jws' || token.text.charCodeAt(token.text.length - 1) !== DOT || header?.alg === 'none')
      return undefined;
    return { alg: typeof header?.alg === 'string' ? header.alg : '' };
  },
  explain: ({ alg }) => [
    alg === '' ? line`The signature is empty.` : line`The signature is empty, although alg is ${code(alg)}.`,
    line`An empty signature is never valid.`,
  ],
};
