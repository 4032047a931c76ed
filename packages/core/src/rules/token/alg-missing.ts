import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const algMissing: TokenRule<{ readonly wanted: string }> = {
  id: 'alg-missing',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.1'), rfc('RFC 7516 §4.1.1')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => (header === undefined || header.alg !== undefined ? undefined : { wanted: 'alg' }),
  explain: () => [
    line`The header names no algorithm (alg).`,
    line`A verifier must not guess one: the token is invalid.`,
  ],
};
