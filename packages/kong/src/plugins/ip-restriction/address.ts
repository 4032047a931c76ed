/** Bytes of an IPv4 or IPv6 address; `undefined` for anything else. */
export function addressBytes(text: string): readonly number[] | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : undefined;
}

function ipv6(text: string): readonly number[] | undefined {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const [before, after] = [groups(head), groups(tail ?? '')];
  if (before === undefined || after === undefined) return undefined;
  const gap = 16 - before.length - after.length;
  if (tail === undefined ? gap !== 0 : gap < 0) return undefined;
  return [...before, ...Array.from({ length: gap }, () => 0), ...after];
}

function groups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const out: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const dotted = i === parts.length - 1 && part.includes('.') ? ipv4(part) : undefined;
    if (dotted !== undefined) out.push(...dotted);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255);
    else return undefined;
  }
  return out;
}

/** Whether an address or a range in CIDR form holds the address. Entries of one family never hold the other. */
export function holds(entry: string, address: string): boolean {
  const [base = '', length] = entry.split('/');
  const [range, bytes] = [addressBytes(base), addressBytes(address)];
  if (range === undefined || bytes === undefined || range.length !== bytes.length) return false;
  const bits = length === undefined ? range.length * 8 : Number(length);
  return range.every((byte, i) => {
    const left = Math.min(8, Math.max(0, bits - i * 8));
    const mask = (0xff << (8 - left)) & 0xff;
    return (byte & mask) === ((bytes[i] ?? 0) & mask);
  });
}
