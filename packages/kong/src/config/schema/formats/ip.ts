/** `d.d.d.d`, 0–255 each, no leading zeros: what `inet_pton` takes. */
const IPV4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;

export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

/** Brackets around the address are allowed, a zone is not. */
export function isIpv6(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const halves = bare.split('::');
  if (halves.length > 2) return false;
  const counts = halves.map((half, i) => countGroups(half, i === halves.length - 1));
  if (counts.includes(undefined)) return false;
  const groups = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return halves.length === 2 ? groups < 8 : groups === 8;
}

export function isIpOrCidr(text: string): boolean {
  if (isIpv4(text) || isIpv6(text)) return true;
  const slash = text.indexOf('/', 2);
  if (slash < 0 || !PREFIX.test(text.slice(slash + 1))) return false;
  const address = text.slice(0, slash);
  const bits = Number(text.slice(slash + 1));
  return isIpv4(address) ? bits <= 32 : isIpv6(address) && bits <= 128;
}

export const ipOrCidr = (text: string): string | undefined =>
  isIpOrCidr(text) ? undefined : `invalid ip or cidr range: '${text}'`;

/** 16-bit groups of one side of `::`; a last part in IPv4 form counts as two. */
function countGroups(half: string, last: boolean): number | undefined {
  if (half === '') return 0;
  const parts = half.split(':');
  const tail = parts[parts.length - 1] ?? '';
  const mapped = last && tail.includes('.');
  if (mapped && !isIpv4(tail)) return undefined;
  const groups = mapped ? parts.slice(0, -1) : parts;
  return groups.every((group) => GROUP.test(group)) ? groups.length + (mapped ? 2 : 0) : undefined;
}
