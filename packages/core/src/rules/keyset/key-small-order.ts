import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keySmallOrder: KeySetRule = {
  id: 'key-small-order',
  severity: 'error',
  basis: [rfc('RFC 8032 §8.4')],
  judge: (evidence) => problemsOf(evidence, ['ed25519-small-order']),
  explain: words,
  hint: advice,
};
