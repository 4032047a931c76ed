import { line } from '../../report/index.ts';
import { ECDSA } from './algorithms-table.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const esSignatureIsDer: TokenRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'es-signature-is-der',
  severity: 'error',
  basis: [rfc('RFC 7518 §3.4')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }: TokenEvidence) => {
    const alg = header?.alg;
    if (token.kind !== 'jws' || typeof alg !== 'string' || !alg.startsWith('ES') || !Object.hasOwn(ECDSA, alg))
      return undefined;
    const wanted = ECDSA[alg]?.[0];
    const { signature } = token;
    if (signature.length === wanted || !isDer(signature)) return undefined;
    return { found: `${signature.length} octets of DER`, wanted: `${wanted} octets` };
  },
  explain: ({ found, wanted }) => [
    line`The signature is DER (${found}); JOSE wants r and s one after the other, ${wanted}.`,
    line`OpenSSL and most libraries make DER unless they are told otherwise.`,
  ],
};

/** SEQUENCE of two INTEGERs whose lengths add up (X.690 §8.9). */
export function isDer(octets: Uint8Array): boolean {
  if (octets[0] !== 0x30) return false;
  const at = octets[1] === 0x81 ? 3 : 2;
  const length = octets[at - 1] ?? 0;
  const r = octets[at + 1] ?? 0;
  return at + length === octets.length && octets[at] === 0x02 && octets[at + 2 + r] === 0x02;
}
