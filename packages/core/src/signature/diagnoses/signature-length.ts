import { line, value } from '../../report/index.ts';
import { signatureOctets } from '../check.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface SignatureLength {
  readonly algorithm: string;
  /** In octets. */
  readonly found: number;
  readonly wanted: number;
  /** HMAC only: what is there is the beginning of the right signature. */
  readonly cut: boolean;
}

/** The signature has another length than its algorithm and key give: cut off, or of another algorithm. */
export const signatureLength: DiagnosisKind<SignatureEvidence, SignatureLength> = {
  id: 'signature-length',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3' }],

  judge(evidence) {
    const { algorithm, kept, signature } = evidence;
    if (algorithm === undefined) return undefined;
    const lengths = kept.map((key) => signatureOctets(algorithm, key));
    const [wanted] = lengths;
    if (wanted === undefined || lengths.some((length) => length === undefined || length === signature.length)) {
      return undefined;
    }
    return { algorithm: algorithm.name, found: signature.length, wanted, cut: isBeginning(evidence) };
  },

  explain({ algorithm, found, wanted, cut }) {
    const headline = line`The signature has ${value(`${found} octets`)}; ${algorithm} with this key gives ${wanted}.`;
    if (cut)
      return [headline, line`What is there is the beginning of the right signature: the end of the token is missing.`];
    const advice =
      found < wanted
        ? 'The token was probably cut when it was copied: take it whole. Or another key or algorithm made it.'
        : 'Something stands behind the signature, or another key or algorithm made it.';
    return [headline, line`${advice}`];
  },
};

function isBeginning({ algorithm, kept, signature, input, crypto }: SignatureEvidence): boolean {
  if (algorithm?.kty !== 'oct' || signature.length < 8) return false;
  return kept.some((key) => {
    if (key.material?.kind !== 'secret') return false;
    const mac = crypto.hmac(algorithm.hash, key.material.secret.reveal(), input);
    return signature.length < mac.length && signature.every((octet, index) => octet === mac[index]);
  });
}
