import { line, value } from '../../report/index.ts';
import { ENCRYPTION_ALGORITHMS, SIGNATURE_ALGORITHMS } from './algorithms-table.ts';
import { rfc, type TokenRule } from './rule.ts';

const SIGNATURE = new Set(SIGNATURE_ALGORITHMS);
const ENCRYPTION = new Set(ENCRYPTION_ALGORITHMS);
const LOWER = new Set([...SIGNATURE, ...ENCRYPTION].map((name) => name.toLowerCase()));

export const algUnknown: TokenRule<{ readonly found: string }> = {
  id: 'alg-unknown',
  severity: 'warning',
  basis: [rfc('RFC 7515 §5.2'), rfc('RFC 7518 §7.1')],
  strict: false,
  looksAt: 'header',
  judge: ({ header, isSigned }) => {
    const alg = header?.alg;
    if (typeof alg !== 'string' || (isSigned ? SIGNATURE : ENCRYPTION).has(alg)) return undefined;
    return LOWER.has(alg.trim().toLowerCase()) && !(isSigned ? ENCRYPTION : SIGNATURE).has(alg)
      ? undefined
      : { found: alg };
  },
  explain: ({ found }) => [
    line`The algorithm ${value(JSON.stringify(found))} is not a registered one for this kind of token.`,
    line`Its signature cannot be checked here; that does not make it a bad one.`,
  ],
};
