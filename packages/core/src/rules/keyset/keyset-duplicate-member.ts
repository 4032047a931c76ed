import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetDuplicateMember: KeySetRule = {
  id: 'keyset-duplicate-member',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4')],
  judge: (evidence) => problemsOf(evidence, ['jwk-duplicate-member']),
  explain: words,
  hint: advice,
};
