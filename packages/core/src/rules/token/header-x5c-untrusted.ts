import { typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const headerX5cUntrusted: TokenRule<{ readonly found: string }> = {
  id: 'header-x5c-untrusted',
  severity: 'info',
  basis: [rfc('RFC 7515 §4.1.6'), rfc('RFC 8725 §3.10')],
  strict: false,
  looksAt: 'header',
  judge: ({ header }) => {
    const x5c = header?.x5c;
    if (x5c === undefined) return undefined;
    return { found: Array.isArray(x5c) ? `${x5c.length} certificate${x5c.length === 1 ? '' : 's'}` : typeName(x5c) };
  },
  explain: ({ found }) => [
    line`The header brings a certificate chain (${found}). It is shown and gives no trust.`,
    line`Trust comes from a root that the verifier was given, never from the token.`,
  ],
};
