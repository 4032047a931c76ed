import type { RouterFlavor } from '../versions/index.ts';

/** A Host header taken apart as the flavor does it. */
export interface HostParts {
  readonly whole: string;
  readonly host: string;
  /** As written; undefined where there is none. */
  readonly port: string | undefined;
}

/** `traditional` takes a port of digits only; the others anything that Lua reads as a number. */
export function splitHost(whole: string, flavor: RouterFlavor): HostParts {
  const colon = whole.indexOf(':');
  if (colon < 0) return { whole, host: whole, port: undefined };
  const port = whole.slice(colon + 1);
  if (flavor === 'traditional') {
    const digits = /^\d*$/.test(port);
    return digits
      ? { whole, host: whole.slice(0, colon), port: port || undefined }
      : { whole, host: whole, port: undefined };
  }
  return luaNumber(port) === undefined
    ? { whole, host: whole, port: undefined }
    : { whole, host: whole.slice(0, colon), port };
}

/** Numbers as ports are written; enough to compare two ports. */
function luaNumber(text: string): number | undefined {
  if (!/^[\t-\r ]*(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)[\t-\r ]*$/.test(text)) return undefined;
  return Number(text);
}

export interface Listener {
  readonly scheme: 'http' | 'https';
  readonly port: number;
}

/** Whether an entry of `hosts` is hit: exact, or with one wildcard at an end. Case counts. */
export function hostMatches(entry: string, asked: HostParts, flavor: RouterFlavor, listener: Listener): boolean {
  const wanted = splitHost(entry, flavor);
  if (!portMatches(wanted.port, asked, flavor, listener, entry.includes('*'))) return false;
  if (!entry.includes('*')) {
    if (flavor === 'traditional') return entry === asked.whole || entry === asked.host;
    return wanted.host === asked.host;
  }
  const fixed = wanted.host.replace('*', '');
  const least = flavor === 'traditional' ? fixed.length + 1 : fixed.length;
  if (asked.host.length < least) return false;
  return wanted.host.startsWith('*') ? asked.host.endsWith(fixed) : asked.host.startsWith(fixed);
}

function portMatches(
  wanted: string | undefined,
  asked: HostParts,
  flavor: RouterFlavor,
  { scheme, port }: Listener,
  wildcard: boolean,
): boolean {
  if (wanted === undefined) return true;
  if (flavor !== 'traditional') return luaNumber(wanted) === (luaNumber(asked.port ?? '') ?? port);
  if (asked.port !== undefined) return asked.port === wanted;
  return wildcard && wanted === (scheme === 'https' ? '443' : '80');
}
