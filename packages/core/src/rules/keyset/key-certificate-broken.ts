import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyCertificateBroken: KeySetRule = {
  id: 'key-certificate-broken',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.7')],
  judge: (evidence) => problemsOf(evidence, ['x5c-broken']),
  explain: words,
  hint: advice,
};
