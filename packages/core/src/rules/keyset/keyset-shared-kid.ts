import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetSharedKid: KeySetRule = {
  id: 'keyset-shared-kid',
  severity: 'info',
  basis: [rfc('RFC 7517 §4.5')],
  judge: (evidence) => problemsOf(evidence, ['kid-duplicate']),
  explain: words,
  hint: advice,
};
