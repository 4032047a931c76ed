import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyRsaTooShort: KeySetRule = {
  id: 'key-rsa-too-short',
  severity: 'error',
  basis: [rfc('RFC 7518 §3.3')],
  judge: (evidence) => problemsOf(evidence, ['rsa-key-short']),
  explain: words,
  hint: advice,
};
