import { REDACTED, redactText } from '@why401/core/redact';
import type { Headers } from '../../record/index.ts';

/** Names under which a gateway may be told to look for credentials: `key_names`, `uri_param_names`, `cookie_names`. */
export type CredentialNames = ReadonlySet<string>;

/** Headers whose value is a credential, whatever it looks like. Lower case. */
const HEADERS: CredentialNames = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'apikey',
  'api-key',
  'x-api-key',
  'x-auth-token',
  'x-access-token',
  'x-amz-security-token',
  'x-forwarded-access-token',
  'kong-admin-token',
]);

/** Query parameters whose value is a credential. */
const PARAMETERS =
  /([?&;](?:jwt|apikey|api[-_]key|key|access_token|id_token|refresh_token|token|sig|signature)=)([^&;#\s"]+)/gi;

const SCHEME = /^(?:bearer|basic|dpop|digest|hmac|negotiate|token|apikey)(?= )/i;

/** A text without tokens, secrets and what stands behind the name of a credential. */
export function maskText(text: string): string {
  if (text === '') return text;
  return redactText(text.replace(PARAMETERS, `$1${REDACTED}`));
}

/** A header's value: of a credential only the scheme stays. Kong's own `REDACTED` is kept. */
export function maskHeaderValue(name: string, value: string, more?: CredentialNames): string {
  const lower = name.toLowerCase();
  if (!HEADERS.has(lower) && !more?.has(lower)) return maskText(value);
  if (value === '' || value === 'REDACTED') return value;
  if (lower === 'cookie') return value.replace(/=[^;]*/g, `=${REDACTED}`);
  if (lower === 'set-cookie') return value.replace(/=[^;]*/, `=${REDACTED}`);
  const scheme = SCHEME.exec(value)?.[0];
  return scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
}

export const maskHeaders = (headers: Headers, more?: CredentialNames): Headers =>
  headers.map(([name, value]) => [name, maskHeaderValue(name, value, more)] as const);

/** A text without the values of query parameters that this gateway takes for credentials. */
export function maskParameters(text: string, names: CredentialNames | undefined): string {
  if (names === undefined || names.size === 0 || !text.includes('=')) return text;
  return text.replace(/([?&])([^=&?#\s"]+)=([^&#\s"\\]+)/g, (all, before: string, name: string) =>
    names.has(name.toLowerCase()) ? `${before}${name}=${REDACTED}` : all,
  );
}
