/**
 * What Rust says of a text that is not UTF-8 (`Utf8Error`), undefined where it is. A byte string; positions and
 * lengths count bytes.
 */
export function utf8Fault(bytes: string): string | undefined {
  if (/^[\x00-\x7f]*$/.test(bytes)) return undefined;
  for (let at = 0; at < bytes.length; ) {
    const read = sequence(bytes, at);
    if (typeof read === 'string') return read;
    at += read;
  }
  return undefined;
}

function sequence(bytes: string, at: number): number | string {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return bad(1, at);
  for (let i = 1; i < length; i++) {
    if (at + i >= bytes.length) return `incomplete utf-8 byte sequence from index ${at}`;
    const byte = bytes.charCodeAt(at + i);
    const [least, most] = i === 1 ? secondByte(first) : [0x80, 0xbf];
    if (byte < least || byte > most) return bad(i, at);
  }
  return length;
}

const bad = (length: number, at: number): string => `invalid utf-8 sequence of ${length} bytes from index ${at}`;

/** No overlong forms, no surrogates, nothing beyond U+10FFFF (RFC 3629). */
function secondByte(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
