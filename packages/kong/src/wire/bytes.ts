const NON_ASCII = /[^\x00-\x7f]/;

/** UTF-8 bytes of a text as a byte string: one UTF-16 unit (00–FF) for each byte. A lone surrogate becomes EF BF BD. */
export function toBytes(text: string): string {
  if (!NON_ASCII.test(text)) return text;
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) out += character;
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6), tail(code));
    else if (code >= 0xd800 && code < 0xe000) out += '\xef\xbf\xbd';
    else if (code < 0x10000) out += String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else out += String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return out;
}

/** Text of a byte string that holds UTF-8. Bytes that do not are shown as U+FFFD, one for each. */
export function fromBytes(bytes: string): string {
  if (!NON_ASCII.test(bytes)) return bytes;
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const [length, code] = sequence(bytes, at);
    out += String.fromCodePoint(code);
    at += length;
  }
  return out;
}

/** The byte string as an array of bytes, for the crypto port. */
export function toArray(bytes: string): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = bytes.charCodeAt(i);
  return out;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** Length in bytes and code point of the sequence at `at` (RFC 3629: no overlong forms, no surrogates). */
function sequence(bytes: string, at: number): readonly [length: number, code: number] {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return [1, first];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [1, 0xfffd];
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes.charCodeAt(at + i);
    if ((byte & 0xc0) !== 0x80) return [1, 0xfffd];
    code = (code << 6) | (byte & 0x3f);
  }
  const least = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  const surrogate = code >= 0xd800 && code < 0xe000;
  return code < least || code > 0x10ffff || surrogate ? [1, 0xfffd] : [length, code];
}
