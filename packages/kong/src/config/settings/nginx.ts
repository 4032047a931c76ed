import type { GatewaySettings } from '../model.ts';

/** Value of an nginx directive that Kong is told to write: of its server, else of all (`nginx_proxy_…`, `nginx_http_…`). */
export const directive = (settings: GatewaySettings, name: string): string | undefined =>
  (settings.get(`nginx_proxy_${name}`) ?? settings.get(`nginx_http_${name}`))?.value;

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1_048_576, g: 1_073_741_824 };

/** `8192`, `8k`, `10m` in bytes; undefined for what nginx does not start with (`ngx_parse_offset`). */
export function sizeOf(text: string | undefined): number | undefined {
  const [, digits, unit = ''] = /^(\d+)([kmg]?)$/i.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
}

/** `4 8k`: how many, and bytes of each. */
export function buffersOf(text: string | undefined): readonly [count: number, size: number] | undefined {
  const [count = '', size, ...rest] = (text ?? '').split(/\s+/);
  const bytes = sizeOf(size);
  return /^[1-9]\d*$/.test(count) && bytes !== undefined && rest.length === 0 ? [Number(count), bytes] : undefined;
}

/** A list of `kong.conf`. */
export const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
