import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyCurveUnknown: KeySetRule = {
  id: 'key-curve-unknown',
  severity: 'warning',
  basis: [rfc('RFC 7518 §6.2.1.1'), rfc('RFC 7518 §7.6')],
  judge: (evidence) => problemsOf(evidence, ['jwk-curve-unknown', 'jwk-curve-unregistered']),
  explain: words,
  hint: advice,
};
