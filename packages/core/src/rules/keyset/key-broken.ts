import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyBroken: KeySetRule = {
  id: 'key-broken',
  severity: 'warning',
  basis: [rfc('RFC 7517 §5'), rfc('RFC 7518 §6')],
  judge: (evidence) =>
    problemsOf(evidence, [
      'jwk-not-an-object',
      'jwk-member-missing',
      'jwk-member-type',
      'jwk-member-not-base64url',
      'ec-point-off-curve',
      'key-unreadable',
    ]),
  explain: words,
  hint: advice,
};
