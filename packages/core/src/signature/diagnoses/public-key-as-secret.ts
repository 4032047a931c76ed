import type { Key } from '../../keys/index.ts';
import { line, strong } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, keyText, nameKey } from './key-name.ts';
import { publicKeyForms } from './public-key-forms.ts';

export interface PublicKeyAsSecret {
  readonly key: KeyName;
  /** The text of the key that served as secret: `SPKI PEM without its final line end`. */
  readonly form: string;
  readonly algorithm: string;
}

/** The attack of CVE-2015-9235: what is public serves as the secret, and anybody can sign. */
export const publicKeyAsSecret: DiagnosisKind<SignatureEvidence, PublicKeyAsSecret> = {
  id: 'public-key-as-secret',
  basis: [
    { kind: 'rfc', ref: 'RFC 8725 §2.1' },
    { kind: 'rfc', ref: 'RFC 8725 §3.1' },
  ],

  judge(evidence) {
    const { algorithm, crypto } = evidence;
    if (algorithm?.kty !== 'oct') return undefined;
    for (const key of evidence.keys.filter(isPublic)) {
      for (const { form, bytes } of publicKeyForms(key, crypto)) {
        if (evidence.hmacIs(bytes)) return { key: nameKey(key), form, algorithm: algorithm.name };
      }
    }
    return undefined;
  },

  explain({ key, form, algorithm }) {
    return [
      line`The public key was used as the secret of ${algorithm}: ${strong('anybody who knows it can make such a token.')}`,
      line`The signature verifies with ${form} of ${keyText(key)} as an HMAC secret.`,
      line`Treat the token as forged. If your own issuer made it, let it sign with the private key and an asymmetric algorithm.`,
    ];
  },
};

const isPublic = (key: Key): boolean => key.material?.kind === 'public';
