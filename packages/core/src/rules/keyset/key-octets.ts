import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyOctets: KeySetRule = {
  id: 'key-octets',
  severity: 'info',
  basis: [rfc('RFC 7518 §6.2.1.2'), rfc('RFC 7518 §6.3.1.1')],
  judge: (evidence) => problemsOf(evidence, ['jwk-member-length']),
  explain: words,
  hint: advice,
};
