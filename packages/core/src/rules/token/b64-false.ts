import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const b64False: TokenRule<{ readonly found: string }> = {
  id: 'b64-false',
  severity: 'error',
  basis: [rfc('RFC 7797 §7'), rfc('RFC 7797 §6')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => {
    const b64 = header?.b64;
    return b64 === undefined || b64 === true ? undefined : { found: JSON.stringify(b64) };
  },
  explain: ({ found }) => [
    line`The header says b64: ${found}: the payload is not base64url.`,
    line`JWTs must not use this option.`,
  ],
};
