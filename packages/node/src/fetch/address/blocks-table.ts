/**
 * What an address is for.
 * - `public`: globally reachable.
 * - `loopback`, `private`: a person may ask for them, a document of somebody else may not.
 * - `special`: no server of an issuer is there (documentation, multicast, tunnels, unassigned).
 * - `never`: link-local and the services that hand credentials to virtual machines.
 */
export type AddressClass = 'public' | 'loopback' | 'private' | 'special' | 'never';

export interface Block {
  readonly cidr: string;
  readonly class: AddressClass;
  /** As the registry names it. */
  readonly name: string;
}

/**
 * IANA's special-purpose registries (RFC 6890 and its updates), multicast (RFC 5771, RFC 4291), and
 * the metadata services of clouds. The longest prefix that holds an address decides.
 */
export const BLOCKS_V4: readonly Block[] = [
  { cidr: '0.0.0.0/8', class: 'special', name: 'this network' },
  { cidr: '10.0.0.0/8', class: 'private', name: 'private use' },
  { cidr: '100.64.0.0/10', class: 'private', name: 'shared address space' },
  { cidr: '100.100.100.200/32', class: 'never', name: 'cloud metadata' },
  { cidr: '127.0.0.0/8', class: 'loopback', name: 'loopback' },
  { cidr: '168.63.129.16/32', class: 'never', name: 'cloud metadata' },
  { cidr: '169.254.0.0/16', class: 'never', name: 'link-local' },
  { cidr: '172.16.0.0/12', class: 'private', name: 'private use' },
  { cidr: '192.0.0.0/24', class: 'special', name: 'IETF protocol assignments' },
  { cidr: '192.0.0.0/29', class: 'special', name: 'IPv4 service continuity' },
  { cidr: '192.0.0.8/32', class: 'special', name: 'IPv4 dummy address' },
  { cidr: '192.0.0.9/32', class: 'public', name: 'port control protocol anycast' },
  { cidr: '192.0.0.10/32', class: 'public', name: 'TURN anycast' },
  { cidr: '192.0.0.170/31', class: 'special', name: 'NAT64/DNS64 discovery' },
  { cidr: '192.0.0.192/32', class: 'never', name: 'cloud metadata' },
  { cidr: '192.0.2.0/24', class: 'special', name: 'documentation' },
  { cidr: '192.31.196.0/24', class: 'public', name: 'AS112-v4' },
  { cidr: '192.52.193.0/24', class: 'public', name: 'AMT' },
  { cidr: '192.88.99.0/24', class: 'special', name: '6to4 relay anycast' },
  { cidr: '192.168.0.0/16', class: 'private', name: 'private use' },
  { cidr: '192.175.48.0/24', class: 'public', name: 'direct delegation AS112' },
  { cidr: '198.18.0.0/15', class: 'special', name: 'benchmarking' },
  { cidr: '198.51.100.0/24', class: 'special', name: 'documentation' },
  { cidr: '203.0.113.0/24', class: 'special', name: 'documentation' },
  { cidr: '224.0.0.0/4', class: 'special', name: 'multicast' },
  { cidr: '240.0.0.0/4', class: 'special', name: 'reserved' },
  { cidr: '255.255.255.255/32', class: 'special', name: 'limited broadcast' },
];

/** Outside 2000::/3 nothing is assigned to hosts of the Internet, so what no row names there is `special`. */
export const BLOCKS_V6: readonly Block[] = [
  { cidr: '::/0', class: 'special', name: 'not assigned' },
  { cidr: '2000::/3', class: 'public', name: 'global unicast' },
  { cidr: '::/96', class: 'special', name: 'IPv4-compatible' },
  { cidr: '::/128', class: 'special', name: 'unspecified' },
  { cidr: '::1/128', class: 'loopback', name: 'loopback' },
  { cidr: '::ffff:0:0:0/96', class: 'special', name: 'IPv4-translated' },
  { cidr: '64:ff9b::/96', class: 'public', name: 'NAT64' },
  { cidr: '64:ff9b:1::/48', class: 'private', name: 'NAT64 for local use' },
  { cidr: '100::/64', class: 'special', name: 'discard-only' },
  { cidr: '100:0:0:1::/64', class: 'special', name: 'dummy prefix' },
  { cidr: '2001::/23', class: 'special', name: 'IETF protocol assignments' },
  { cidr: '2001::/32', class: 'special', name: 'Teredo' },
  { cidr: '2001:1::1/128', class: 'public', name: 'port control protocol anycast' },
  { cidr: '2001:1::2/128', class: 'public', name: 'TURN anycast' },
  { cidr: '2001:1::3/128', class: 'public', name: 'DNS-SD SRP anycast' },
  { cidr: '2001:2::/48', class: 'special', name: 'benchmarking' },
  { cidr: '2001:3::/32', class: 'public', name: 'AMT' },
  { cidr: '2001:4:112::/48', class: 'public', name: 'AS112-v6' },
  { cidr: '2001:10::/28', class: 'special', name: 'ORCHID' },
  { cidr: '2001:20::/28', class: 'public', name: 'ORCHIDv2' },
  { cidr: '2001:30::/28', class: 'public', name: 'drone remote ID' },
  { cidr: '2001:db8::/32', class: 'special', name: 'documentation' },
  { cidr: '2002::/16', class: 'special', name: '6to4' },
  { cidr: '2620:4f:8000::/48', class: 'public', name: 'direct delegation AS112' },
  { cidr: '3fff::/20', class: 'special', name: 'documentation' },
  { cidr: '5f00::/16', class: 'special', name: 'segment routing SIDs' },
  { cidr: 'fc00::/7', class: 'private', name: 'unique local' },
  { cidr: 'fd00:ec2::/32', class: 'never', name: 'cloud metadata' },
  { cidr: 'fd20:ce::254/128', class: 'never', name: 'cloud metadata' },
  { cidr: 'fe80::/10', class: 'never', name: 'link-local' },
  { cidr: 'fec0::/10', class: 'private', name: 'site-local' },
  { cidr: 'ff00::/8', class: 'special', name: 'multicast' },
];
