/** A Host header, or an entry of `hosts`, taken apart as ATC's front end does it: at its first colon. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number | undefined;
}

/** What follows the first colon is a port if Lua reads it as a number; otherwise nothing is split. */
export function splitHostPort(text: string): HostAndPort {
  const colon = text.indexOf(':');
  const port = colon < 0 ? undefined : luaNumber(text.slice(colon + 1));
  return port === undefined ? { host: text, port } : { host: text.slice(0, colon), port };
}

const DECIMAL = /^[\t-\r ]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[\t-\r ]*$/;
const HEX = /^[\t-\r ]*([+-]?)0[xX]([0-9a-fA-F]+)[\t-\r ]*$/;

/** `tonumber`, as far as ports need it; without a fraction, as the field holds it. */
function luaNumber(text: string): number | undefined {
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return Math.trunc(Number(decimal[1]));
  const hex = HEX.exec(text);
  if (hex === null) return undefined;
  return Number(`0x${hex[2]}`) * (hex[1] === '-' ? -1 : 1);
}

/** A Host header as the traditional router sees it. */
export interface SplitHost {
  readonly bare: string;
  /** With the default port where it has none. */
  readonly full: string;
  /** Digits of a port were there. */
  readonly ported: boolean;
}

/** The port is digits only; brackets of an IPv6 address are peeled off. `port`: the default one, if any. */
export function splitPort(name: string, port?: number): SplitHost {
  const withPort = (host: string): string => (port === undefined ? host : `${host}:${port}`);
  if (name.startsWith('[')) return splitBrackets(name, withPort, port);
  const colon = name.indexOf(':');
  if (colon < 0) return { bare: name, full: withPort(name), ported: false };
  const digits = name.slice(colon + 1);
  if (digits === '') return { bare: name.slice(0, colon), full: withPort(name.slice(0, colon)), ported: false };
  if (/^[0-9]+$/.test(digits)) return { bare: name.slice(0, colon), full: name, ported: true };
  return { bare: name, full: port === undefined ? name : `[${name}]:${port}`, ported: false };
}

function splitBrackets(name: string, withPort: (host: string) => string, port: number | undefined): SplitHost {
  if (name.endsWith(']')) return { bare: name.slice(1, -1), full: withPort(name), ported: false };
  const end = name.indexOf(']:', 1);
  const digits = end < 0 ? undefined : name.slice(end + 2);
  if (digits === '') return { bare: name.slice(1, end), full: `${name}${port ?? ''}`, ported: false };
  if (digits !== undefined && /^[0-9]+$/.test(digits)) return { bare: name.slice(1, end), full: name, ported: true };
  return { bare: name, full: withPort(name), ported: false };
}
