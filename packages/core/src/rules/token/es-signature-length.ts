import { code, line } from '../../report/index.ts';
import { ECDSA } from './algorithms-table.ts';
import { isDer } from './es-signature-is-der.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const esSignatureLength: TokenRule<{ readonly alg: string; readonly found: string; readonly wanted: string }> = {
  id: 'es-signature-length',
  severity: 'error',
  basis: [rfc('RFC 7518 §3.4')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }: TokenEvidence) => {
    const alg = header?.alg;
    if (token.kind !== 'jws' || typeof alg !== 'string' || !alg.startsWith('ES') || !Object.hasOwn(ECDSA, alg))
      return undefined;
    const wanted = ECDSA[alg]?.[0];
    const { length } = token.signature;
    if (length === 0 || length === wanted || isDer(token.signature)) return undefined;
    return { alg, found: `${length} octets`, wanted: `${wanted} octets` };
  },
  explain: ({ alg, found, wanted }) => [
    line`The signature has ${found}; ${code(alg)} has exactly ${wanted}.`,
    line`r and s are each padded to the length of the curve with zeros in front.`,
  ],
};
