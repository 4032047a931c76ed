import { isObject } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const headerJwkEmbedded: TokenRule<{ readonly found: string; readonly isProof: boolean }> = {
  id: 'header-jwk-embedded',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.10'), rfc('RFC 7515 §4.1.3')],
  strict: false,
  looksAt: 'header',
  judge: ({ header }) => {
    const jwk = header?.jwk;
    if (jwk === undefined) return undefined;
    const kty = isObject(jwk) && typeof jwk.kty === 'string' ? jwk.kty : 'not a key';
    return { found: kty, isProof: header?.typ === 'dpop+jwt' };
  },
  explain: ({ found, isProof }) => [
    line`The header brings a key of its own (${found}). It is shown and never used.`,
    isProof
      ? line`In a DPoP proof it belongs there: it proves possession, not who issued the token.`
      : line`Whoever wrote the token chose that key: it proves nothing.`,
  ],
};
