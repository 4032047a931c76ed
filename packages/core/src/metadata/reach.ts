/** From where a host can be reached, by its name or address alone: no name server is asked. */
export type Reach = 'public' | 'loopback' | 'private' | 'link-local';

/** Names that no public name server answers: RFC 6762 §3, RFC 8375, ICANN's `.internal`, and what clusters use. */
const PRIVATE_NAME = /\.(?:local|internal|intranet|lan|corp|home|home\.arpa|svc|cluster\.local)$/;

/** @param host as it stands in a URL, IPv6 in brackets */
export function reachOf(host: string): Reach {
  const name = normalized(host);
  if (name.startsWith('[')) return reachOfV6(name.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(name)) return reachOfV4(name.split('.').map(Number));
  if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
  return PRIVATE_NAME.test(name) || !name.includes('.') ? 'private' : 'public';
}

/** `0x7f.1` → `127.0.0.1`: addresses have many spellings, and readers know them all. */
function normalized(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/, '');
  try {
    return new URL(`http://${bare}/`).hostname;
  } catch {
    return bare;
  }
}

function reachOfV4([a = 0, b = 0]: readonly number[]): Reach {
  if (a === 127) return 'loopback';
  if (a === 169 && b === 254) return 'link-local';
  const isPrivate = a === 0 || a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  return isPrivate || (a === 100 && b >= 64 && b < 128) ? 'private' : 'public';
}

function reachOfV6(address: string): Reach {
  if (address === '::1') return 'loopback';
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(address) ?? [];
  if (high !== undefined && low !== undefined) {
    const [front, back] = [parseInt(high, 16), parseInt(low, 16)];
    return reachOfV4([front >> 8, front & 255, back >> 8, back & 255]);
  }
  if (/^fe[89ab]/.test(address)) return 'link-local';
  return /^f[cd]|^::$/.test(address) ? 'private' : 'public';
}
