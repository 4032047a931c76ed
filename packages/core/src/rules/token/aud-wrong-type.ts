import { type Json, typeName } from '../../json/index.ts';
import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const audWrongType: TokenRule<{ readonly found: string }> = {
  id: 'aud-wrong-type',
  severity: 'error',
  basis: [rfc('RFC 7519 §4.1.3')],
  strict: true,
  looksAt: 'token',
  judge: ({ claims }) => {
    const aud = claims?.aud;
    if (aud === undefined || typeof aud === 'string') return undefined;
    if (!Array.isArray(aud)) return { found: typeName(aud) };
    if (aud.length === 0) return { found: 'an empty list' };
    const other = (aud as readonly Json[]).find((one) => typeof one !== 'string');
    return other === undefined ? undefined : { found: `a list that holds ${typeName(other)}` };
  },
  explain: ({ found }) => [line`The audience (aud) is ${found}; it must be a string or a list of strings.`],
};
