/** The little of DER (X.690) that key containers need. */

/** One value: its tag, and where its content stands in the bytes. */
export interface Tlv {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  context0: 0xa0,
} as const;

/** The value that starts at `at`; `undefined` where it does not end inside `limit`. */
export function readTlv(bytes: Uint8Array, at: number, limit: number = bytes.length): Tlv | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit) return undefined;
  let from = at + 2;
  let length = first;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0 || octets > 4) return undefined;
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[from + i] ?? 0);
    from += octets;
  }
  const to = from + length;
  return to <= limit ? { tag, from, to } : undefined;
}

/** The values inside a constructed one, at most 16 of them: no key container has more on one level. */
export function children(bytes: Uint8Array, parent: Tlv): readonly Tlv[] {
  const found: Tlv[] = [];
  for (let at = parent.from; at < parent.to && found.length < 16; ) {
    const next = readTlv(bytes, at, parent.to);
    if (next === undefined) break;
    found.push(next);
    at = next.to;
  }
  return found;
}

export const content = (bytes: Uint8Array, tlv: Tlv): Uint8Array => bytes.subarray(tlv.from, tlv.to);

/** `1.2.840.10045.2.1` */
export function oidText(octets: Uint8Array): string {
  const first = octets[0] ?? 0;
  const arcs: number[] = [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40))];
  let arc = 0;
  for (const octet of octets.subarray(1)) {
    arc = arc * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join('.');
}

/** A value of this tag around the given contents. */
export function writeTlv(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const head = [tag, ...lengthOctets(length)];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of contents) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/** An INTEGER of these unsigned big-endian octets. */
export function writeUnsigned(octets: Uint8Array): Uint8Array {
  const value = withoutLeadingZeros(octets);
  const sign = (value[0] ?? 0x80) >= 0x80 ? [Uint8Array.of(0), value] : [value];
  return writeTlv(TAG.integer, ...sign);
}

export function withoutLeadingZeros(octets: Uint8Array): Uint8Array {
  let from = 0;
  while (from < octets.length && octets[from] === 0) from++;
  return octets.subarray(from);
}

export function writeOid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const octets: number[] = [first * 40 + second];
  for (const arc of rest) {
    const group = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) group.unshift(0x80 | (left & 0x7f));
    octets.push(...group);
  }
  return writeTlv(TAG.oid, Uint8Array.from(octets));
}

/** A BIT STRING of whole octets. */
export const writeBitString = (octets: Uint8Array): Uint8Array => writeTlv(TAG.bitString, Uint8Array.of(0), octets);
