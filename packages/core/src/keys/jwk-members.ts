import { type JsonObject, member } from '../json/index.ts';
import { type Base64Deviation, readBase64 } from './base64.ts';
import type { KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';

const DEVIATIONS: Readonly<Record<Base64Deviation, string>> = {
  'standard-alphabet': 'is in standard base64 (+ and /), not base64url',
  padding: 'has base64 padding (=)',
  'white-space': 'has white space or line ends in it',
  'unused-bits': 'has bits set in its last character that belong to no octet',
};

/** The octets of a base64url member; what stands in their way goes to `problems`. */
export function octets(jwk: JsonObject, name: string, problems: KeyProblem[]): Uint8Array | undefined {
  const value = member(jwk, name);
  const reading = typeof value === 'string' ? readBase64(value) : undefined;
  if (value === undefined) problems.push(keyProblem('jwk-member-missing', `"${name}"`));
  else if (typeof value !== 'string') problems.push(keyProblem('jwk-member-type', `"${name}"`));
  else if (reading === undefined) problems.push(keyProblem('jwk-member-not-base64url', `"${name}"`));
  for (const deviation of reading?.deviations ?? []) {
    problems.push(keyProblem('jwk-member-encoding', `"${name}" ${DEVIATIONS[deviation]}`));
  }
  return reading?.bytes;
}

/** An unsigned integer of any length. A leading zero octet does not change it (RFC 7518 §2), and is reported. */
export function unsigned(jwk: JsonObject, name: string, problems: KeyProblem[]): Uint8Array | undefined {
  const bytes = octets(jwk, name, problems);
  if (bytes === undefined) return undefined;
  const from = bytes.findIndex((octet) => octet !== 0);
  if (from < 0) {
    problems.push(keyProblem('key-unreadable', `"${name}" is zero`));
    return undefined;
  }
  if (from > 0) problems.push(keyProblem('jwk-member-length', `"${name}" starts with ${from} zero octets`));
  return bytes.subarray(from);
}

/** More leading zero octets than chance gives are another curve's coordinate, not a careless encoder. */
const MOST_ZEROS_CUT = 4;

/** A member of fixed length. Zero octets missing or too many in front are put right, and reported. */
export function fixed(
  jwk: JsonObject,
  name: string,
  length: number,
  problems: KeyProblem[],
  mend: boolean,
): Uint8Array | undefined {
  const bytes = octets(jwk, name, problems);
  if (bytes === undefined || bytes.length === length) return bytes;
  const surplus = bytes.length - length;
  const zeros = bytes.subarray(0, Math.max(0, surplus)).every((octet) => octet === 0);
  const mendable = mend && surplus >= -MOST_ZEROS_CUT && zeros;
  const found = `"${name}" has ${bytes.length} octets, not ${length}`;
  if (!mendable) {
    problems.push(keyProblem('key-unreadable', found));
    return undefined;
  }
  problems.push(keyProblem('jwk-member-length', found));
  const mended = new Uint8Array(length);
  mended.set(bytes.subarray(Math.max(0, surplus)), Math.max(0, -surplus));
  return mended;
}

/** A member that is a string, where it is there. */
export function text(jwk: JsonObject, name: string, problems: KeyProblem[]): string | undefined {
  const value = member(jwk, name);
  if (value === undefined || typeof value === 'string') return value;
  problems.push(keyProblem('jwk-member-type', `"${name}"`));
  return undefined;
}

export function textList(jwk: JsonObject, name: string, problems: KeyProblem[]): readonly string[] | undefined {
  const value = member(jwk, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item: unknown) => typeof item === 'string')) return value;
  problems.push(keyProblem('jwk-member-type', `"${name}"`));
  return undefined;
}
