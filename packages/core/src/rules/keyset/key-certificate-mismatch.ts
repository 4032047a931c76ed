import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyCertificateMismatch: KeySetRule = {
  id: 'key-certificate-mismatch',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.7')],
  judge: (evidence) => problemsOf(evidence, ['x5c-other-key']),
  explain: words,
  hint: advice,
};
