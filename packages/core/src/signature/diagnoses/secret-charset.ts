import { line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, nameKey } from './key-name.ts';

export interface SecretCharset {
  readonly key: KeyName;
  /** How the signer turned the secret's text into octets; UTF-8 was used here. */
  readonly signer: 'ISO 8859-1' | 'UTF-16LE' | 'UTF-16BE';
}

/** A text is no key until it is encoded, and the two sides encode it differently. */
export const secretCharset: DiagnosisKind<SignatureEvidence, SecretCharset> = {
  id: 'secret-charset',
  basis: [{ kind: 'rfc', ref: 'RFC 8725 §3.7' }],

  judge(evidence) {
    for (const { key, bytes } of evidence.secrets()) {
      const text = decoded(bytes);
      if (text === undefined) continue;
      for (const [signer, other] of otherEncodings(text)) {
        if (evidence.hmacIs(other)) return { key: nameKey(key), signer };
      }
    }
    return undefined;
  },

  explain({ signer }) {
    return [
      line`The signer encodes the secret's text as ${signer}; it was read as UTF-8 here.`,
      line`Use a secret of ASCII characters, or make the signer encode it as UTF-8.`,
    ];
  },
};

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function otherEncodings(text: string): readonly (readonly [SecretCharset['signer'], Uint8Array])[] {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const little = Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
  const big = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
  const wide = [
    ['UTF-16LE', little],
    ['UTF-16BE', big],
  ] as const;
  const isLatin = units.some((unit) => unit > 0x7f) && units.every((unit) => unit <= 0xff);
  return isLatin ? [['ISO 8859-1', Uint8Array.from(units)], ...wide] : wide;
}
