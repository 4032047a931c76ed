import { code, line, value } from '../../report/index.ts';
import { ENCRYPTION_ALGORITHMS, SIGNATURE_ALGORITHMS } from './algorithms-table.ts';
import { rfc, type TokenRule } from './rule.ts';

const KNOWN = new Set([...SIGNATURE_ALGORITHMS, ...ENCRYPTION_ALGORITHMS]);
const BY_LOWER = new Map([...KNOWN].map((name) => [name.toLowerCase(), name]));

export const algUnknownCase: TokenRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'alg-unknown-case',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.1')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }) => {
    const alg = header?.alg;
    if (typeof alg !== 'string' || KNOWN.has(alg)) return undefined;
    const wanted = BY_LOWER.get(alg.trim().toLowerCase());
    return wanted === undefined ? undefined : { found: alg, wanted };
  },
  explain: ({ found, wanted }) => [
    line`The algorithm is spelled ${value(JSON.stringify(found))}; there is only ${code(wanted)}.`,
    line`Names of algorithms are compared to the character, so this one is unknown.`,
  ],
};
