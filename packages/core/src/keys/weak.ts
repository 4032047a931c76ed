import { encodeBase64url } from '../encoding/index.ts';
import type { PublicKey } from '../ports/index.ts';
import type { KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';
import { keyOctets, rsaNumbers } from './spki.ts';
import { SMALL_ORDER_ED25519 } from './tables/small-order-points.ts';

/** RFC 7518 §3.3 and §3.5: "A key of size 2048 bits or larger MUST be used". */
export const MIN_RSA_BITS = 2048;

/** What makes a loaded key worthless or doubtful, whatever it is used for. */
export function weaknesses(key: PublicKey, spki: Uint8Array): readonly KeyProblem[] {
  if (key.kind === 'rsa' || key.kind === 'rsa-pss') return rsaWeaknesses(key, spki);
  const point = key.kind === 'ed25519' ? keyOctets(spki) : undefined;
  return point !== undefined && SMALL_ORDER_ED25519.has(encodeBase64url(point))
    ? [keyProblem('ed25519-small-order')]
    : [];
}

function rsaWeaknesses(key: PublicKey, spki: Uint8Array): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  if (key.bits !== undefined && key.bits < MIN_RSA_BITS) problems.push(keyProblem('rsa-key-short', String(key.bits)));
  const e = key.exponent;
  if (e !== undefined && (e <= 1n || e % 2n === 0n)) problems.push(keyProblem('rsa-exponent', String(e)));
  const n = rsaNumbers(spki)?.n;
  if (n !== undefined && hasRocaMark(n)) problems.push(keyProblem('rsa-roca'));
  return problems;
}

/** Odd primes up to 167, those of the published test for the fault (Nemec et al., CCS 2017). */
const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
  127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/** For each prime, the residues that powers of 65537 take. */
const MARKS = PRIMES.map((prime) => {
  const residues = new Set<number>();
  for (let power = 1; !residues.has(power); power = (power * (65537 % prime)) % prime) residues.add(power);
  return { prime, residues };
});

/** A faulty generator makes moduli that are a power of 65537 modulo every small prime; others miss by chance. */
export function hasRocaMark(modulus: Uint8Array): boolean {
  return MARKS.every(({ prime, residues }) => {
    let rest = 0;
    for (const octet of modulus) rest = (rest * 256 + octet) % prime;
    return residues.has(rest);
  });
}
