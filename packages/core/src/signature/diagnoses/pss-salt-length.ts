import { line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, nameKey } from './key-name.ts';

export interface PssSaltLength {
  readonly key: KeyName;
  readonly algorithm: string;
  /** Octets that the salt must have. */
  readonly wanted: number;
}

const OCTETS: Readonly<Record<string, number>> = { sha256: 32, sha384: 48, sha512: 64 };

/** The salt of PS256 has the length of the hash. Kong and OpenSSL's default take any other too. */
export const pssSaltLength: DiagnosisKind<SignatureEvidence, PssSaltLength> = {
  id: 'pss-salt-length',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §3.5' }],

  judge(evidence) {
    const { algorithm } = evidence;
    if (algorithm?.kty !== 'RSA' || algorithm.scheme.padding !== 'pss') return undefined;
    const scheme = { ...algorithm.scheme, saltLength: 'auto' } as const;
    const key = evidence.findKey((candidate) => evidence.verifiesAs(algorithm, scheme, candidate));
    const wanted = OCTETS[algorithm.scheme.hash ?? ''] ?? 0;
    return key && { key: nameKey(key), algorithm: algorithm.name, wanted };
  },

  explain({ algorithm, wanted }) {
    return [
      line`The PSS signature is right, but its salt is not ${wanted} octets long, as ${algorithm} wants.`,
      line`Kong takes it all the same; strict libraries do not. Set the signer's salt length to that of the hash.`,
    ];
  },
};
