import { advice, problemsOf, words } from './look.ts';
import { assumed, type KeySetRule } from './rule.ts';

export const keyNotCheckableHere: KeySetRule = {
  id: 'key-not-checkable-here',
  severity: 'info',
  basis: [assumed('OpenSSL of this runtime')],
  judge: (evidence) => problemsOf(evidence, ['key-not-supported']),
  explain: words,
  hint: advice,
};
