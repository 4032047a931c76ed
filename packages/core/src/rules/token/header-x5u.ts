import { line, value } from '../../report/index.ts';
import { type Elsewhere, elsewhere } from './elsewhere.ts';
import { rfc, type TokenRule } from './rule.ts';

export const headerX5u: TokenRule<Elsewhere> = {
  id: 'header-x5u',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.10'), rfc('RFC 7515 §4.1.5')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, claims }) => (header?.x5u === undefined ? undefined : elsewhere(header.x5u, claims?.iss)),
  explain: ({ found, relation }) => [
    line`The header names the address of a certificate: ${value(found)}. It is never fetched.`,
    line`${relation}`,
  ],
};
