import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyEncoding: KeySetRule = {
  id: 'key-encoding',
  severity: 'warning',
  basis: [rfc('RFC 7515 §2'), rfc('RFC 7518 §2')],
  judge: (evidence) => problemsOf(evidence, ['jwk-member-encoding']),
  explain: words,
  hint: advice,
};
