import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyRsaExponent: KeySetRule = {
  id: 'key-rsa-exponent',
  severity: 'error',
  basis: [rfc('RFC 8017 §3.1')],
  judge: (evidence) => problemsOf(evidence, ['rsa-exponent']),
  explain: words,
  hint: advice,
};
