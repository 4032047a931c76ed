import { typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const kidNotAString: TokenRule<{ readonly found: string }> = {
  id: 'kid-not-a-string',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.4')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => {
    const kid = header?.kid;
    return kid === undefined || typeof kid === 'string' ? undefined : { found: typeName(kid) };
  },
  explain: ({ found }) => [line`The key id (kid) is ${found}, not a string.`],
};
