import { typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const subNotAString: TokenRule<{ readonly found: string }> = {
  id: 'sub-not-a-string',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.2')],
  strict: true,
  looksAt: 'token',
  judge: ({ claims }) => {
    const sub = claims?.sub;
    return sub === undefined || typeof sub === 'string' ? undefined : { found: typeName(sub) };
  },
  explain: ({ found }) => [line`The subject (sub) is ${found}, not a string.`],
};
