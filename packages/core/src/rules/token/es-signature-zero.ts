import { line } from '../../report/index.ts';
import { ECDSA } from './algorithms-table.ts';
import type { TokenEvidence } from './evidence.ts';
import { assumed, rfc, type TokenRule } from './rule.ts';

export const esSignatureZero: TokenRule<{ readonly part: 'r' | 's'; readonly found: string }> = {
  id: 'es-signature-zero',
  severity: 'error',
  basis: [rfc('RFC 7518 §3.4'), assumed('FIPS 186-5 §6.4.2; CVE-2022-21449')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }: TokenEvidence) => {
    const alg = header?.alg;
    if (token.kind !== 'jws' || typeof alg !== 'string' || !alg.startsWith('ES') || !Object.hasOwn(ECDSA, alg))
      return undefined;
    const [octets = 0, order = ''] = ECDSA[alg] ?? [];
    const { signature } = token;
    if (signature.length !== octets) return undefined;
    return (
      outside('r', signature.subarray(0, octets / 2), order) ?? outside('s', signature.subarray(octets / 2), order)
    );
  },
  explain: ({ part, found }) => [
    line`${part} of the signature is ${found}: no ECDSA signature has that.`,
    line`Verifiers that did not look took 64 zero octets for a valid signature of everything (“psychic signature”).`,
  ],
};

/** r and s lie between 1 and the order of the group less 1. */
function outside(part: 'r' | 's', octets: Uint8Array, order: string): { part: 'r' | 's'; found: string } | undefined {
  if (octets.every((octet) => octet === 0)) return { part, found: '0' };
  if ((octets[0] as number) < 0xff && octets.length !== 66) return undefined;
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
  const wanted = order.padStart(hex.length, '0');
  return hex < wanted
    ? undefined
    : { part, found: hex === wanted ? 'the order of the group' : 'larger than the order of the group' };
}
