import type { Problem } from '../facts/index.ts';
import { isObject, parseJson } from '../json/index.ts';
import type { Part, PartName } from '../parse/index.ts';
import type { Crypto } from '../ports/index.ts';
import { fingerprint } from '../secret/index.ts';

export interface PartDescription {
  readonly name: PartName;
  /** Range in the token. */
  readonly from: number;
  readonly to: number;
  readonly octets: number;
  /** Of the octets of what is not shown: signature, ciphertext, … */
  readonly fingerprint?: string;
  /** The decoded text, where it is no JSON object and so is shown nowhere else. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** So much of a part that is no JSON object is shown. */
const SHOWN = 300;

export function describePart(part: Part, crypto: Pick<Crypto, 'digest'>): PartDescription {
  const { name, place, bytes, decoded, problems } = part;
  const text = decoded === undefined ? undefined : rawText(decoded);
  return {
    name,
    from: place.from ?? 0,
    to: place.to ?? 0,
    octets: bytes.length,
    ...(decoded === undefined && bytes.length > 0 && { fingerprint: fingerprint(bytes, crypto) }),
    ...(text !== undefined && { text }),
    problems,
  };
}

/** A text with a token in it is not shown: the token inside has a description of its own. */
function rawText(decoded: string): string | undefined {
  if (decoded === '' || decoded.includes('eyJ') || isObject(parseJson(decoded))) return undefined;
  return decoded.length <= SHOWN ? decoded : `${decoded.slice(0, SHOWN)}…`;
}
