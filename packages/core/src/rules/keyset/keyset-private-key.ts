import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetPrivateKey: KeySetRule = {
  id: 'keyset-private-key',
  severity: 'error',
  basis: [rfc('RFC 7517 §9.2'), rfc('RFC 7518 §8.1')],
  judge: (evidence) => problemsOf(evidence, ['private-key-material']),
  explain: words,
  hint: advice,
};
