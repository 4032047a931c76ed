import type { FoundToken } from '../../input/index.ts';
import { line } from '../../report/index.ts';
import { assumed, type TokenRule } from './rule.ts';

export const tokenCutOff: TokenRule<{ readonly found: NonNullable<FoundToken['cutOff']> }> = {
  id: 'token-cut-off',
  severity: 'error',
  basis: [assumed('the length of a signature is that of its algorithm (RFC 7518 §3)')],
  strict: false,
  looksAt: 'token',
  judge: ({ cutOff }) => (cutOff === undefined ? undefined : { found: cutOff }),
  explain: ({ found }) => [
    line`The token was probably cut off: ${WORDS[found]}.`,
    line`What can be read of it is shown.`,
  ],
};

const WORDS: Readonly<Record<NonNullable<FoundToken['cutOff']>, string>> = {
  ellipsis: 'an ellipsis stands at its end',
  'part-missing': 'its last part is missing',
  'signature-short': 'its last part is shorter than its algorithm makes it',
};
