import { toBytes } from '../../../wire/index.ts';

/** A host as Kong's `tools/ip.lua` takes it apart, or why it cannot. */
type Host = { readonly kind: 'name' | 'ipv4' | 'ipv6'; readonly port: boolean } | { readonly fault: string };

const BAD_PORT = 'invalid port number';

export const host = (text: string): string | undefined => withoutPort(text, readHost(text));

export const hostWithOptionalPort = (text: string): string | undefined => {
  const read = readHost(text);
  return 'fault' in read ? read.fault : undefined;
};

/** What an address is, and whether a port follows; undefined where it is none. */
export const hostAndPort = (
  text: string,
): { readonly kind: 'name' | 'ipv4' | 'ipv6'; readonly port: boolean } | undefined => {
  const read = readHost(text);
  return 'fault' in read ? undefined : read;
};

/** The hosts of a route: `*` stands for a label at either end. */
export const hostWithWildcard = (text: string): string | undefined => hostWithOptionalPort(text.replaceAll('*', 'abc'));

export const sni = (text: string): string | undefined => notAnAddress(text, readHost(text));

/** An SNI that may begin or end with `*`. */
export const wildcardSni = (text: string): string | undefined => {
  const star = text.indexOf('*');
  if (star > 0 && star !== text.length - 1) return 'wildcard must be leftmost or rightmost character';
  if (star !== text.lastIndexOf('*')) return 'only one wildcard must be specified';
  const shown = text.replace('*', 'wildcard');
  return notAnAddress(shown, readHost(shown));
};

function withoutPort(text: string, read: Host): string | undefined {
  if ('fault' in read) return read.fault === BAD_PORT ? 'must not have a port' : `invalid value: ${text}`;
  return read.port ? 'must not have a port' : undefined;
}

function notAnAddress(text: string, read: Host): string | undefined {
  if ('fault' in read || read.kind === 'name') return withoutPort(text, read);
  return 'must not be an IP';
}

function readHost(text: string): Host {
  const bare = text.replaceAll(':', '');
  if (text.length - bare.length > 1) return readIpv6(text);
  return /^[\d.]+$/.test(bare) ? readIpv4(text) : readName(text);
}

function readIpv4(text: string): Host {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::(\d+))?$/.exec(text);
  if (!match || match.slice(1, 5).some((part) => Number(part) > 255)) return { fault: `invalid ipv4 address: ${text}` };
  return withPort('ipv4', match[5]);
}

function readIpv6(text: string): Host {
  const fault = { fault: `invalid ipv6 address: ${text}` };
  const [, inside, rest] = /^\[(.*)\]([^\]]*)$/.exec(text) ?? [];
  let port: string | undefined;
  if (rest) {
    port = /^:(\d*)$/.exec(rest)?.[1];
    if (port === undefined) return { fault: 'invalid ipv6 address' };
  }
  let address = inside ?? text;
  if (address.startsWith(':')) address = `0${address}`;
  if (address.endsWith(':')) address = `${address}0`;
  const colons = address.split(':').length - 1;
  if (address.includes('::')) address = address.replace('::', `:${'0:'.repeat(Math.max(0, 8 - colons))}`);
  return /^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$/i.test(address) ? withPort('ipv6', port) : fault;
}

function readName(text: string): Host {
  const port = /:(\d+)$/.exec(text)?.[1];
  if (port !== undefined && Number(port) > 65535) return { fault: BAD_PORT };
  const name = port === undefined ? text : text.slice(0, -port.length - 1);
  const labels = name.split('.');
  const faulty =
    !/^[\dA-Za-z._-]+$/.test(toBytes(name)) ||
    labels.some((label, i) => label.endsWith('-') || (label === '' && i !== labels.length - 1));
  return faulty ? { fault: `invalid hostname: ${text}` } : withPort('name', port);
}

function withPort(kind: 'name' | 'ipv4' | 'ipv6', port: string | undefined): Host {
  if (port !== undefined && Number(port) > 65535) return { fault: BAD_PORT };
  return { kind, port: port !== undefined };
}
