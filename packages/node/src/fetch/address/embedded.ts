import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, a zone left out. */
export function groupsOf(address: string): readonly number[] | undefined {
  const bare = address.split('%', 1)[0] ?? '';
  if (!isIPv6(bare)) return undefined;
  // The URL parser writes a dotted end as two groups.
  const [head = '', tail] = new URL(`http://[${bare}]/`).hostname.slice(1, -1).split('::');
  const numbers = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [front, back] = [numbers(head), numbers(tail ?? '')];
  return [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/** The address is nothing but this IPv4 address: `::ffff:7f00:1` (RFC 4291 §2.5.5.2). */
export function mappedV4(groups: readonly number[]): string | undefined {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? dotted(groups[6] ?? 0, groups[7] ?? 0) : undefined;
}

/** IPv4 addresses to which a translator or a tunnel may hand what is sent to this IPv6 address. */
export function embeddedV4(groups: readonly number[]): readonly string[] {
  const at = (index: number): number => groups[index] ?? 0;
  const zeros = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  const last = dotted(at(6), at(7));
  if (zeros(0, 6) && (at(6) !== 0 || at(7) > 1)) return [last];
  if (zeros(0, 4) && at(4) === 0xffff && at(5) === 0) return [last];
  if (at(0) === 0x64 && at(1) === 0xff9b && zeros(2, 6)) return [last];
  if (at(0) === 0x64 && at(1) === 0xff9b && at(2) === 1) return [last, ...localNat64(at)];
  if (at(0) === 0x2002) return [dotted(at(1), at(2))];
  if (at(0) === 0x2001 && at(1) === 0) return [dotted(at(2), at(3)), dotted(at(6) ^ 0xffff, at(7) ^ 0xffff)];
  return [];
}

/** Prefixes of 48, 56 and 64 bits in 64:ff9b:1::/48 (RFC 6052 §2.2: octet 8 is left out). */
const localNat64 = (at: (index: number) => number): readonly string[] => [
  dotted(at(3), ((at(4) & 255) << 8) | (at(5) >> 8)),
  dotted(((at(3) & 255) << 8) | (at(4) & 255), at(5)),
  dotted(((at(4) & 255) << 8) | (at(5) >> 8), ((at(5) & 255) << 8) | (at(6) >> 8)),
];
