/** Below this share of NUL octets at even or odd places, a text is not taken for UTF-16. */
const NUL_SHARE = 0.4;
const LOOKED_AT = 4096;

/**
 * The text of a file or a pipe: UTF-8, or UTF-16 in either order as PowerShell's `>` and Notepad
 * write it, with or without a byte order mark (which is left out). Wrong octets become U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const order = utf16Order(bytes);
  if (order === undefined) return decode('utf-8', bytes);
  return decode('utf-16le', order === 'little' ? bytes : swapped(bytes));
}

/** `TextDecoder` takes the byte order mark off. */
function decode(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return 'little';
  if (mark === 0xfeff) return 'big';
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const least = (length / 2) * NUL_SHARE;
  if (length === 0 || Math.max(even, odd) < least || (even >= least && odd >= least)) return undefined;
  return odd > even ? 'little' : 'big';
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < result.length; i += 2) {
    result[i] = bytes[i + 1] as number;
    result[i + 1] = bytes[i] as number;
  }
  return result;
}
