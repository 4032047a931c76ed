import { BlockList, isIP, isIPv4 } from 'node:net';
import { type AddressClass, BLOCKS_V4, BLOCKS_V6, type Block } from './blocks-table.ts';
import { embeddedV4, groupsOf, mappedV4 } from './embedded.ts';

export interface AddressKind {
  readonly class: AddressClass;
  /** Of the block that decided: `loopback`, `private use`. */
  readonly name: string;
}

const prepared = (blocks: readonly Block[], family: 'ipv4' | 'ipv6') =>
  blocks
    .map((block) => {
      const [network = '', length] = block.cidr.split('/');
      const list = new BlockList();
      list.addSubnet(network, Number(length), family);
      return { block, length: Number(length), holds: (address: string) => list.check(address, family) };
    })
    .sort((a, b) => b.length - a.length);

const V4 = prepared(BLOCKS_V4, 'ipv4');
const V6 = prepared(BLOCKS_V6, 'ipv6');

/** What is no address at all is never connected to. */
const NO_ADDRESS: AddressKind = { class: 'never', name: 'not an address' };

/** What IANA's registries say about an IP address, and about each IPv4 address that stands in an IPv6 one. */
export function classifyAddress(address: string): AddressKind {
  const bare = address.split('%', 1)[0] ?? '';
  if (isIP(bare) === 0) return NO_ADDRESS;
  return isIPv4(bare) ? classifyV4(bare) : classifyV6(bare);
}

function classifyV4(address: string): AddressKind {
  const row = V4.find(({ holds }) => holds(address));
  return row === undefined ? { class: 'public', name: 'global unicast' } : kindOf(row.block);
}

function classifyV6(address: string): AddressKind {
  const groups = groupsOf(address) ?? [];
  const mapped = mappedV4(groups);
  if (mapped !== undefined) return classifyV4(mapped);
  const row = V6.find(({ holds }) => holds(address));
  const own = row === undefined ? NO_ADDRESS : kindOf(row.block);
  const inner = embeddedV4(groups)
    .map(classifyV4)
    .find((kind) => isWorse(kind, own));
  return inner === undefined ? own : { class: behind(inner.class), name: `${inner.name}, by ${own.name}` };
}

/** What a public translator would reach must be public; metadata services are not reached by any way. */
const isWorse = (inner: AddressKind, own: AddressKind): boolean =>
  inner.class === 'never' || (own.class === 'public' && inner.class !== 'public');

/** The translator's loopback is not ours. */
const behind = (inner: AddressClass): AddressClass => (inner === 'loopback' ? 'special' : inner);

const kindOf = ({ class: kind, name }: Block): AddressKind => ({ class: kind, name });
