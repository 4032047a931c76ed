import { typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const issNotAString: TokenRule<{ readonly found: string }> = {
  id: 'iss-not-a-string',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.1')],
  strict: true,
  looksAt: 'token',
  judge: ({ claims }) => {
    const iss = claims?.iss;
    return iss === undefined || typeof iss === 'string' ? undefined : { found: typeName(iss) };
  },
  explain: ({ found }) => [line`The issuer (iss) is ${found}, not a string.`],
};
