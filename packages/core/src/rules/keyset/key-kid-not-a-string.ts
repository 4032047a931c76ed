import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyKidNotAString: KeySetRule = {
  id: 'key-kid-not-a-string',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.5')],
  judge: (evidence) => problemsOf(evidence, ['jwk-kid-type']),
  explain: words,
  hint: advice,
};
