import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyTypeUnknown: KeySetRule = {
  id: 'key-type-unknown',
  severity: 'warning',
  basis: [rfc('RFC 7517 §5'), rfc('RFC 7517 §4.1')],
  judge: (evidence) => problemsOf(evidence, ['jwk-kty-unknown']),
  explain: words,
  hint: advice,
};
