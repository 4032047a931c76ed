import { line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

/** RFC 7518 recommends 1,000 at least; libraries refuse more than 10,000 from a stranger. */
const MOST = 10_000;

export const pbes2Count: TokenRule<{ readonly found: string; readonly isTooMany: boolean }> = {
  id: 'pbes2-count',
  severity: 'error',
  basis: [rfc('RFC 7518 §4.8.1.2'), rfc('RFC 8725 §3.2')],
  strict: false,
  looksAt: 'header',
  judge: ({ header }) => {
    const alg = header?.alg;
    if (header?.p2c === undefined && !(typeof alg === 'string' && alg.startsWith('PBES2-'))) return undefined;
    const count = header?.p2c;
    return {
      found: JSON.stringify(count) ?? 'none',
      isTooMany: !(typeof count === 'number' && count > 0 && count <= MOST),
    };
  },
  explain: ({ found, isTooMany }) => [
    line`The key comes from a password that the reader must hash ${found} times${isTooMany ? ', which is refused' : ''}.`,
    line`Whoever sends the token decides how much work that is: password-based encryption is switched off here.`,
  ],
};
