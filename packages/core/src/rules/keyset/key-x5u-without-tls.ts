import { advice, problemsOf, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyX5uWithoutTls: KeySetRule = {
  id: 'key-x5u-without-tls',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.6')],
  judge: (evidence) => problemsOf(evidence, ['x5u-without-tls']),
  explain: words,
  hint: advice,
};
