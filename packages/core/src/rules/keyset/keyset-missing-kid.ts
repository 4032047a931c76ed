import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetMissingKid: KeySetRule = {
  id: 'keyset-missing-kid',
  severity: 'warning',
  basis: [rfc('OpenID Connect Core 1.0 §10.1')],
  judge: (evidence) => problemsOf(evidence, ['kid-missing']),
  explain: words,
  hint: advice,
};
