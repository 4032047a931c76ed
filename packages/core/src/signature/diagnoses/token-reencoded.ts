import { decodeLenient } from '../../encoding/index.ts';
import { readBase64 } from '../../keys/index.ts';
import { line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface TokenReencoded {
  readonly parts: readonly ('header' | 'payload' | 'signature')[];
  readonly how: 'standard base64' | 'padding' | 'foreign characters' | 'another spelling' | 'hex' | 'base64 twice';
}

/** What was signed was right; on the way a segment was written in another way. */
export const tokenReencoded: DiagnosisKind<SignatureEvidence, TokenReencoded> = {
  id: 'token-reencoded',
  basis: [{ kind: 'rfc', ref: 'RFC 7515 §2' }],

  judge(evidence) {
    return respelt(evidence) ?? encodedTwice(evidence);
  },

  explain({ parts, how }) {
    const which = `the ${parts.join(' and the ')}`;
    const headline = line`The signature is right; only the spelling of ${which} is wrong: ${HOW[how]}.`;
    return [
      headline,
      line`Encode each part as base64url without padding, once, from the octets themselves (RFC 7515 §2).`,
    ];
  },
};

const HOW: Readonly<Record<TokenReencoded['how'], string>> = {
  'standard base64': 'standard base64 with + and /',
  padding: 'padded with =',
  'foreign characters': 'characters in it that do not belong to base64url',
  'another spelling': 'bits set that belong to no octet',
  hex: 'it is the base64url of hexadecimal digits',
  'base64 twice': 'it was encoded twice',
};

const NAMES = ['header', 'payload', 'signature'] as const;

/** Segments put right one by one: what was signed may be the text as it stands, or the right one. */
function respelt(evidence: SignatureEvidence): TokenReencoded | undefined {
  const { algorithm, segments } = evidence;
  if (algorithm === undefined || evidence.reason !== 'malformed') return undefined;
  const canonical = segments.map(unpercent).map(canonicalText);
  const changed = NAMES.filter((_, index) => canonical[index] !== segments[index]);
  if (changed.length === 0) return undefined;
  const signature = decodeLenient(canonical[2] ?? '');
  const inputs = [evidence.input, new TextEncoder().encode(`${canonical[0]}.${canonical[1]}`)];
  const verified = inputs.findIndex((input) =>
    evidence.kept.some((key) => evidence.verifies(algorithm, key, { input, signature })),
  );
  if (verified < 0) return undefined;
  const parts = changed.filter((part) => verified === 1 || part === 'signature');
  return { parts: parts.length === 0 ? changed : parts, how: howWritten(segments.join('')) };
}

const unpercent = (text: string): string =>
  text.replace(/%(2B|2F|3D)/gi, (found) => String.fromCharCode(Number.parseInt(found.slice(1), 16)));

/** The one right spelling of what a lenient decoder reads. */
function canonicalText(text: string): string {
  const bare = text
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/[^\w-]/g, '');
  const rest = bare.length % 4;
  if (rest < 2) return bare;
  const last = ALPHABET.indexOf(bare.charAt(bare.length - 1));
  return bare.slice(0, -1) + ALPHABET.charAt(last & (rest === 2 ? 0x30 : 0x3c));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function howWritten(text: string): TokenReencoded['how'] {
  if (/[+/]|%2[bf]/i.test(text)) return 'standard base64';
  if (/=|%3d/i.test(text)) return 'padding';
  return /[^\w-]/.test(text) ? 'foreign characters' : 'another spelling';
}

/** PHP's `hash_hmac` gives hexadecimal digits, other tools base64: encoded again they are no signature. */
function encodedTwice(evidence: SignatureEvidence): TokenReencoded | undefined {
  const { algorithm, signature } = evidence;
  if (algorithm === undefined || signature.length === 0) return undefined;
  const text = Array.from(signature, (octet) => String.fromCharCode(octet)).join('');
  const hex = /^([0-9a-f]{2})+$/i.test(text) ? octetsOfHex(text) : undefined;
  const readings = [
    ['hex', hex],
    ['base64 twice', readBase64(text)?.bytes],
  ] as const;
  const found = readings.find(
    ([, octets]) =>
      octets !== undefined && evidence.kept.some((key) => evidence.verifies(algorithm, key, { signature: octets })),
  );
  return found && { parts: ['signature'], how: found[0] };
}

const octetsOfHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
