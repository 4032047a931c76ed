import { encodeBase64, encodeBase64url } from '../../encoding/index.ts';
import { readBase64 } from '../../keys/index.ts';
import { code, line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { type KeyName, nameKey } from './key-name.ts';

export interface SecretBase64 {
  readonly key: KeyName;
  /** `decode`: the signer uses the octets that the given text encodes. `encode`: it uses the text of the given octets. */
  readonly signer: 'decode' | 'encode';
  readonly encoding: 'base64' | 'base64url' | 'hex';
}

/** One side takes the secret's text as the key, the other decodes it first. */
export const secretBase64: DiagnosisKind<SignatureEvidence, SecretBase64> = {
  id: 'secret-base64',
  basis: [{ kind: 'rfc', ref: 'RFC 7518 §6.4.1' }],

  judge(evidence) {
    for (const { key, bytes } of evidence.secrets()) {
      for (const [signer, encoding, other] of otherReadings(bytes)) {
        if (evidence.hmacIs(other)) return { key: nameKey(key), signer, encoding };
      }
    }
    return undefined;
  },

  explain({ signer, encoding }) {
    return signer === 'decode'
      ? [
          line`The token was signed with the ${encoding}-decoded secret, not with its text.`,
          line`Both sides must read the secret alike: mark it as ${encoding} here (in Kong: ${code('secret_is_base64: true')} of the plugin), or let the signer use the text as it is.`,
        ]
      : [
          line`The token was signed with the ${encoding} text of the secret, not with the octets that it encodes.`,
          line`Let the signer decode the secret first, or use the text as the secret here (in Kong: ${code('secret_is_base64: false')}).`,
        ];
  },
};

type Reading = readonly [signer: SecretBase64['signer'], encoding: SecretBase64['encoding'], bytes: Uint8Array];

function otherReadings(bytes: Uint8Array): readonly Reading[] {
  const text = new TextDecoder().decode(bytes);
  const readings: Reading[] = [];
  const base64 = readBase64(text);
  if (base64 !== undefined) {
    const standard = base64.deviations.includes('standard-alphabet') || base64.deviations.includes('padding');
    readings.push(['decode', standard ? 'base64' : 'base64url', base64.bytes]);
  }
  const hex = fromHex(text);
  if (hex !== undefined) readings.push(['decode', 'hex', hex]);
  const encoded = encodeBase64(bytes);
  readings.push(['encode', 'base64', utf8(encoded)], ['encode', 'base64', utf8(encoded.replaceAll('=', ''))]);
  readings.push(['encode', 'base64url', utf8(encodeBase64url(bytes))]);
  readings.push(['encode', 'base64url', utf8(encoded.replaceAll('+', '-').replaceAll('/', '_'))]);
  readings.push(['encode', 'hex', utf8(toHex(bytes))], ['encode', 'hex', utf8(toHex(bytes).toUpperCase())]);
  return readings;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');

function fromHex(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(trimmed)) return undefined;
  return Uint8Array.from({ length: trimmed.length / 2 }, (_, i) =>
    Number.parseInt(trimmed.slice(2 * i, 2 * i + 2), 16),
  );
}
