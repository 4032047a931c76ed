import { decodeLenient, encodeBase64url } from '../../encoding/index.ts';
import { line } from '../../report/index.ts';
import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';

export interface TokenReserialized {
  readonly part: 'header' | 'payload';
  readonly signed:
    | 'without spaces'
    | 'with spaces after commas and colons'
    | 'with escaped slashes'
    | 'with a line end';
}

/** A proxy or a debugger read the JSON and wrote it again: the same claims, other octets. */
export const tokenReserialized: DiagnosisKind<SignatureEvidence, TokenReserialized> = {
  id: 'token-reserialized',
  basis: [{ kind: 'rfc', ref: 'RFC 7515 §5.2' }],

  judge(evidence) {
    const { algorithm, kept, segments } = evidence;
    if (algorithm === undefined || kept.length === 0) return undefined;
    for (const [index, part] of [
      [1, 'payload'],
      [0, 'header'],
    ] as const) {
      for (const [signed, text] of otherSerializations(segments[index])) {
        const segment = encodeBase64url(new TextEncoder().encode(text));
        const input = new TextEncoder().encode(index === 0 ? `${segment}.${segments[1]}` : `${segments[0]}.${segment}`);
        if (kept.some((key) => evidence.verifies(algorithm, key, { input }))) return { part, signed };
      }
    }
    return undefined;
  },

  explain({ part, signed }) {
    return [
      line`The ${part} was written again after signing: the signature is that of the same JSON ${signed}.`,
      line`Pass tokens on as they came, octet for octet; nothing between signer and reader may re-encode them.`,
    ];
  },
};

function otherSerializations(segment: string): readonly (readonly [TokenReserialized['signed'], string])[] {
  const text = new TextDecoder().decode(decodeLenient(segment));
  let compact: string;
  try {
    compact = JSON.stringify(JSON.parse(text));
  } catch {
    return [];
  }
  const spaced = JSON.stringify(JSON.parse(text), null, 1)
    .replace(/\n */g, ' ')
    .replace(/([{[]) | ([}\]])/g, '$1$2');
  const all = [
    ['without spaces', compact],
    ['with spaces after commas and colons', spaced],
    ['with escaped slashes', compact.replaceAll('/', '\\/')],
    ['with a line end', `${text}\n`],
    ['with a line end', `${compact}\n`],
  ] as const;
  return all.filter(([, other]) => other !== text);
}
