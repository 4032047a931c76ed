import { advice, problemsOf, words } from './look.ts';
import { assumed, type KeySetRule } from './rule.ts';

export const keyRoca: KeySetRule = {
  id: 'key-roca',
  severity: 'error',
  basis: [assumed('CVE-2017-15361')],
  judge: (evidence) => problemsOf(evidence, ['rsa-roca']),
  explain: words,
  hint: advice,
};
