import { code, line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const jweNotReadable: TokenRule<{ readonly alg: string; readonly enc: string }> = {
  id: 'jwe-not-readable',
  severity: 'info',
  basis: [rfc('RFC 7516 §3'), rfc('RFC 8725 §2.5')],
  strict: false,
  looksAt: 'token',
  judge: ({ token, header }) => {
    if (token.kind !== 'jwe') return undefined;
    return { alg: String(header?.alg ?? 'none named'), enc: String(header?.enc ?? 'none named') };
  },
  explain: ({ alg, enc }) => [
    line`The token is encrypted (${code(alg)}, ${code(enc)}): its claims cannot be seen.`,
    line`Encryption says nothing about who wrote it. Kong’s jwt plugin cannot take it.`,
  ],
};
