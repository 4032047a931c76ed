import type { KongVersion } from '../../versions/index.ts';
import { decodeStandardBase64 } from '../base64-standard.ts';
import { firstHeader } from '../headers.ts';
import type { BasicAuthState } from './state.ts';

const SCHEME = /[\t-\r ]*[Bb]asic[\t-\r ]*([^\n]+)/;
const PARTS = /([^:]+):([^\n]*)/;

/** Line of `kong/plugins/basic-auth/access.lua` that logs it. */
const LINES: Readonly<Partial<Record<KongVersion, number>>> = { '2.8': 53, '3.4': 61, '3.9': 58 };

export type HeaderName = 'proxy-authorization' | 'authorization';

export type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly why: 'absent' | 'scheme' | 'base64' | 'colon' };

/** What a header says; with `hide_credentials` it is removed, unless it had no colon. */
export function credentialsIn(state: BasicAuthState, name: HeaderName): Credentials {
  const { config, exchange } = state;
  const found = read(firstHeader(exchange, name));
  if ('why' in found && found.why === 'colon') {
    const line = LINES[exchange.release.version];
    const place = line === undefined ? '' : ` access.lua:${line}`;
    exchange.log.push(`[error] [kong]${place} [basic-auth] header has unrecognized format`);
    return found;
  }
  if (config.hide_credentials) exchange.headers.clear(name);
  return found;
}

function read(value: string | undefined): Credentials {
  if (value === undefined) return { why: 'absent' };
  const encoded = SCHEME.exec(value)?.[1];
  if (encoded === undefined) return { why: 'scheme' };
  const decoded = decodeStandardBase64(encoded);
  if (decoded === undefined) return { why: 'base64' };
  const [, username, password = ''] = PARTS.exec(decoded) ?? [];
  return username === undefined ? { why: 'colon' } : { username, password };
}
