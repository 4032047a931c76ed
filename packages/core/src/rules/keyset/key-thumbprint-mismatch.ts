import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyThumbprintMismatch: KeySetRule = {
  id: 'key-thumbprint-mismatch',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.8'), rfc('RFC 7517 §4.9')],
  judge: (evidence) => problemsOf(evidence, ['x5t-differs']),
  explain: words,
  hint: advice,
};
