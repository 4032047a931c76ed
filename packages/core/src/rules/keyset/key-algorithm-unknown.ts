import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyAlgorithmUnknown: KeySetRule = {
  id: 'key-algorithm-unknown',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.4'), rfc('RFC 7518 §3.1')],
  judge: (evidence) => problemsOf(evidence, ['jwk-alg-unregistered', 'jwk-alg-misspelt', 'jwk-alg-unknown']),
  explain: words,
  hint: advice,
};
