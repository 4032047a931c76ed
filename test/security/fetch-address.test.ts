import { type AddressClass, classifyAddress, createFetcher } from '@why401/node/fetch';
import { describe, expect, it } from 'vitest';

/**
 * The registries once more, read by nothing but arithmetic: IANA's special-purpose address registries
 * for IPv4 and IPv6 (global or not, as they say), multicast, and addresses of metadata services.
 */
const REGISTRY: readonly (readonly [cidr: string, kind: AddressClass])[] = [
  ['0.0.0.0/0', 'public'],
  ['0.0.0.0/8', 'special'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['100.100.100.200/32', 'never'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'never'],
  ['169.254.0.0/16', 'never'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'special'],
  ['192.0.0.0/29', 'special'],
  ['192.0.0.8/32', 'special'],
  ['192.0.0.9/32', 'public'],
  ['192.0.0.10/32', 'public'],
  ['192.0.0.170/32', 'special'],
  ['192.0.0.171/32', 'special'],
  ['192.0.0.192/32', 'never'],
  ['192.0.2.0/24', 'special'],
  ['192.31.196.0/24', 'public'],
  ['192.52.193.0/24', 'public'],
  ['192.88.99.0/24', 'special'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'public'],
  ['198.18.0.0/15', 'special'],
  ['198.51.100.0/24', 'special'],
  ['203.0.113.0/24', 'special'],
  ['224.0.0.0/4', 'special'],
  ['240.0.0.0/4', 'special'],
  ['255.255.255.255/32', 'special'],
  ['::/0', 'special'],
  ['2000::/3', 'public'],
  ['::/128', 'special'],
  ['::1/128', 'loopback'],
  ['64:ff9b::/96', 'public'],
  ['64:ff9b:1::/48', 'private'],
  ['100::/64', 'special'],
  ['100:0:0:1::/64', 'special'],
  ['2001::/23', 'special'],
  ['2001::/32', 'special'],
  ['2001:1::1/128', 'public'],
  ['2001:1::2/128', 'public'],
  ['2001:1::3/128', 'public'],
  ['2001:2::/48', 'special'],
  ['2001:3::/32', 'public'],
  ['2001:4:112::/48', 'public'],
  ['2001:10::/28', 'special'],
  ['2001:20::/28', 'public'],
  ['2001:30::/28', 'public'],
  ['2001:db8::/32', 'special'],
  ['2002::/16', 'special'],
  ['2620:4f:8000::/48', 'public'],
  ['3fff::/20', 'special'],
  ['5f00::/16', 'special'],
  ['fc00::/7', 'private'],
  ['fd00:ec2::/32', 'never'],
  ['fd20:ce::254/128', 'never'],
  ['fe80::/10', 'never'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'special'],
];

interface Range {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
  readonly length: number;
  readonly kind: AddressClass;
}

function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const all = [...front, ...new Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function textOf(value: bigint, bits: 32 | 128): string {
  const step = bits === 32 ? 8n : 16n;
  const parts = Array.from(
    { length: bits === 32 ? 4 : 8 },
    (_, at) => (value >> (BigInt(bits) - step * BigInt(at + 1))) & ((1n << step) - 1n),
  );
  return bits === 32 ? parts.join('.') : parts.map((part) => part.toString(16)).join(':');
}

const RANGES: readonly Range[] = REGISTRY.map(([cidr, kind]) => {
  const [network = '', length] = cidr.split('/');
  const bits = network.includes(':') ? 128 : 32;
  const size = 1n << BigInt(bits - Number(length));
  const first = numberOf(network);
  return { bits, first, last: first + size - 1n, length: Number(length), kind };
});

const within = (value: bigint, bits: number): readonly Range[] =>
  RANGES.filter((range) => range.bits === bits && range.first <= value && value <= range.last);

/** The longest prefix decides; in a translator's or a tunnel's prefix also what stands inside. */
function wanted(value: bigint, bits: 32 | 128): AddressClass {
  const own = [...within(value, bits)].sort((a, b) => b.length - a.length)[0]?.kind ?? 'special';
  return bits === 32 ? own : withInner(value, own);
}

function withInner(value: bigint, own: AddressClass): AddressClass {
  const low = value & 0xffff_ffffn;
  const top = (shift: number): bigint => value >> BigInt(shift);
  const inner: bigint[] = [];
  if (top(32) === 0xffffn) return wanted(low, 32);
  if (top(32) === 0n && low > 1n) inner.push(low);
  if (top(32) === 0xffff_0000n) inner.push(low);
  if (top(32) === 0x64_ff9b_0000_0000_0000_0000n) inner.push(low);
  if (top(80) === 0x64_ff9b_0001n) inner.push(low);
  if (top(112) === 0x2002n) inner.push(top(80) & 0xffff_ffffn);
  if (top(96) === 0x2001_0000n) inner.push(top(64) & 0xffff_ffffn, low ^ 0xffff_ffffn);
  const kinds = inner.map((address) => wanted(address, 32));
  if (kinds.includes('never')) return 'never';
  const worse = own === 'public' ? kinds.find((kind) => kind !== 'public') : undefined;
  return worse === undefined ? own : worse === 'loopback' ? 'special' : worse;
}

const edges = RANGES.flatMap(({ bits, first, last }) =>
  [first - 1n, first, last, last + 1n]
    .filter((value) => value >= 0n && value < 1n << BigInt(bits))
    .map((value) => [textOf(value, bits), wanted(value, bits)] as const),
);

describe('the registries of IANA', () => {
  it('has first, last and both neighbours of each block', () => {
    expect(edges.length).toBeGreaterThan(220);
    expect(edges.filter(([address, kind]) => classifyAddress(address).class !== kind)).toEqual([]);
  });

  it('finds each IPv4 address of an edge again where it stands in an IPv6 one', () => {
    const v4 = edges.filter(([address]) => !address.includes(':'));
    for (const [address, kind] of v4) {
      const hex = numberOf(address).toString(16).padStart(8, '0');
      const [high, low] = [hex.slice(0, 4), hex.slice(4)];
      const inner = kind === 'loopback' ? 'special' : kind;
      const mapped = classifyAddress(`::ffff:${high}:${low}`).class;
      expect([address, 'mapped', mapped]).toEqual([address, 'mapped', kind]);
      expect([address, 'dotted', classifyAddress(`::ffff:${address}`).class]).toEqual([address, 'dotted', kind]);
      expect([address, 'NAT64', classifyAddress(`64:ff9b::${high}:${low}`).class]).toEqual([address, 'NAT64', inner]);
      const tunnel = kind === 'never' ? 'never' : 'special';
      expect([address, '6to4', classifyAddress(`2002:${high}:${low}::1`).class]).toEqual([address, '6to4', tunnel]);
      const local = classifyAddress(`64:ff9b:1::${high}:${low}`).class;
      expect([address, 'local NAT64', local]).toEqual([address, 'local NAT64', kind === 'never' ? 'never' : 'private']);
    }
  });
});

/** Spellings of hosts, and the code that asking for them must end with; `link` is where they must lead. */
const NEVER: readonly string[] = [
  '169.254.169.254',
  '169.254.169.254.',
  '0xa9fea9fe',
  '0xA9.0xFE.0xA9.0xFE',
  '2852039166',
  '025177524776',
  '0251.0376.0251.0376',
  '169.16689662',
  '169.254.43518',
  '169.254.170.2',
  '169.254.0.0',
  '169.254.255.255',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '１６９.254.169.254',
  '169。254。169。254',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[0:0:0:0:0:ffff:a9fe:a9fe]',
  '[::a9fe:a9fe]',
  '[::ffff:0:a9fe:a9fe]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b:1::a9fe:a9fe]',
  '[64:ff9b:1:a9fe:a9:fe00::]',
  '[64:ff9b:1:a9:fe:a9fe::]',
  '[64:ff9b:1:0:a9:fea9:fe00:0]',
  '[2002:a9fe:a9fe::1]',
  '[2001:0:a9fe:a9fe::1]',
  '[2001::5601:5601]',
  '[fe80::1]',
  '[FE80::A9FE:A9FE]',
  '[febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff]',
  '[fd00:ec2::254]',
  '[fd00:ec2::23]',
  '[fd20:ce::254]',
];

/** A document of somebody else names them: each must be refused, by whichever rule. */
const PRIVATE: readonly string[] = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '0x7f.1',
  '0x7f000001',
  '017700000001',
  '0177.0.0.1',
  '2130706433',
  '127.255.255.255',
  '１２７.0.0.1',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '0xa000001',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '3232235521',
  '100.64.0.1',
  '255.255.255.255',
  '224.0.0.1',
  '[::]',
  '[::1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fc00::1]',
];

describe('68 spellings of hosts', () => {
  it('are 68', () => expect(new Set([...NEVER, ...PRIVATE]).size).toBe(68));

  it.each(NEVER)('never asks %s, whoever typed it and whatever is allowed', async (host) => {
    const fetchJson = createFetcher({ allowHosts: [host], allowHttp: true });
    for (const namedBy of ['person', 'issuer'] as const) {
      const { problem, attempts } = await fetchJson(`http://${host}/latest/meta-data`, { namedBy });
      expect([problem?.code, attempts]).toEqual(['address-never', 0]);
    }
  });

  it.each(PRIVATE)('does not ask %s because a document names it', async (host) => {
    const { problem, attempts } = await createFetcher()(`https://${host}/keys`, { namedBy: 'issuer' });
    expect(['address-private', 'address-special']).toContain(problem?.code);
    expect(problem?.hint).toContain('--allow-host');
    expect(attempts).toBe(0);
  });
});
