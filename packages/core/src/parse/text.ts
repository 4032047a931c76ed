/** Octets → text, with what is wrong about them. */
export interface DecodedText {
  /** Wrong sequences replaced by U+FFFD; a byte order mark is left out. */
  readonly text: string;
  readonly problem?: { readonly code: 'invalid-utf8' | 'byte-order-mark'; readonly message: string };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    const text = strict.decode(bytes);
    if (text.charCodeAt(0) !== 0xfeff) return { text };
    const message = 'begins with a byte order mark, which JSON must not have (RFC 8259 §8.1)';
    return { text: text.slice(1), problem: { code: 'byte-order-mark', message } };
  } catch {
    const message = looksLikeUtf16(bytes) ? 'is UTF-16, not UTF-8' : `is not UTF-8: wrong at octet ${wrongAt(bytes)}`;
    return { text: lenient.decode(bytes), problem: { code: 'invalid-utf8', message } };
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return mark === 0xfeff || mark === 0xfffe;
}

/** Offset of the first octet that no UTF-8 text has there: halving, since decoding a prefix is cheap. */
function wrongAt(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether the octets are UTF-8, or begin like it and end inside a character. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
