import { line, value } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const critUnknown: TokenRule<{ readonly found: string; readonly names: readonly string[] }> = {
  id: 'crit-unknown',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.11')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => {
    const crit = header?.crit;
    if (!Array.isArray(crit)) return undefined;
    const names = crit.filter((name): name is string => typeof name === 'string' && name !== 'b64');
    return names.length === 0 ? undefined : { found: names.join(', '), names };
  },
  explain: ({ names }) => [
    line`The header calls ${value(names.join(', '))} critical, which is not understood here.`,
    line`Whoever does not understand a critical parameter must refuse the token.`,
  ],
};
