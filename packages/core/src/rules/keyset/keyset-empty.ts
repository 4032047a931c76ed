import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetEmpty: KeySetRule = {
  id: 'keyset-empty',
  severity: 'error',
  basis: [rfc('RFC 7517 §5')],
  judge: (evidence) => problemsOf(evidence, ['jwks-empty', 'jwks-keys-missing']),
  explain: words,
  hint: advice,
};
