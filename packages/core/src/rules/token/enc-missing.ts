import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const encMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'enc-missing',
  severity: 'error',
  basis: [rfc('RFC 7516 §4.1.2')],
  strict: true,
  looksAt: 'header',
  judge: ({ token, header }) =>
    token.kind !== 'jwe' || header === undefined || typeof header.enc === 'string' ? undefined : { wanted: 'enc' },
  explain: () => [
    line`The token has five parts, but its header names no content encryption (enc).`,
    line`Either two parts too many were joined, or it is not a token at all.`,
  ],
};
