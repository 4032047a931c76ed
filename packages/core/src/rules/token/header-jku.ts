import { line, value } from '../../report/index.ts';
import { type Elsewhere, elsewhere } from './elsewhere.ts';
import { rfc, type TokenRule } from './rule.ts';

export const headerJku: TokenRule<Elsewhere> = {
  id: 'header-jku',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.10'), rfc('RFC 7515 §4.1.2')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, claims }) => (header?.jku === undefined ? undefined : elsewhere(header.jku, claims?.iss)),
  explain: ({ found, relation }) => [
    line`The header names the address of a key set: ${value(found)}. It is never fetched.`,
    line`${relation}`,
  ],
};
