import { typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const algNotAString: TokenRule<{ readonly found: string }> = {
  id: 'alg-not-a-string',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.1')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => {
    const alg = header?.alg;
    return alg === undefined || typeof alg === 'string' ? undefined : { found: typeName(alg) };
  },
  explain: ({ found }) => [line`The algorithm (alg) is ${found}, not a string.`],
};
