import { code, line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, nameKey } from './key-name.ts';

export interface EcdsaDer {
  readonly key: KeyName;
  readonly algorithm: string;
  /** Octets of the DER signature, and of the raw one that JOSE wants. */
  readonly octets: number;
  readonly wanted: number;
}

/** OpenSSL, Java and most key services give ECDSA signatures in DER; JOSE wants r and s side by side. */
export const ecdsaDer: DiagnosisKind<SignatureEvidence, EcdsaDer> = {
  id: 'ecdsa-der',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3.4' }],

  judge(evidence) {
    const { algorithm, signature } = evidence;
    if (algorithm?.kty !== 'EC' || signature[0] !== 0x30) return undefined;
    const scheme = { ...algorithm.scheme, ecdsa: 'der' } as const;
    const key = evidence.findKey((candidate) => evidence.verifiesAs(algorithm, scheme, candidate));
    if (key === undefined) return undefined;
    const wanted = algorithm.octets.ec ?? 0;
    return { key: nameKey(key), algorithm: algorithm.name, octets: signature.length, wanted };
  },

  explain({ algorithm, octets, wanted }) {
    return [
      line`The ECDSA signature is right, but in DER (${octets} octets); ${algorithm} wants r and s side by side (${wanted} octets).`,
      line`The signer must convert it: ${code("dsaEncoding: 'ieee-p1363'")} in Node, ${code('SHA256withECDSAinP1363Format')} in Java, or the JWT library instead of the bare signing call.`,
    ];
  },
};
