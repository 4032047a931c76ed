/** Decodes one `xn--` label (RFC 3492); undefined when it is none, or not well formed. */
export function decodeLabel(label: string): string | undefined {
  if (!/^xn--[a-z0-9-]+$/i.test(label) || label.length > 63) return undefined;
  const encoded = label.slice(4).toLowerCase();
  const dash = encoded.lastIndexOf('-');
  const output = dash > 0 ? [...encoded.slice(0, dash)] : [];
  const digits = encoded.slice(dash > 0 ? dash + 1 : Math.max(0, dash + 1));
  let code = 128;
  let bias = 72;
  let index = 0;
  for (let at = 0; at < digits.length; ) {
    const start = index;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const digit = digitOf(digits[at++]);
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    output.splice(index++, 0, String.fromCodePoint(code));
  }
  return output.join('');
}

function digitOf(letter: string | undefined): number | undefined {
  if (letter === undefined) return undefined;
  if (letter >= 'a' && letter <= 'z') return letter.charCodeAt(0) - 97;
  return letter >= '0' && letter <= '9' ? letter.charCodeAt(0) - 22 : undefined;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
