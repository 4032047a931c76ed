import type { Expected, HostileInput } from './rows/model.ts';

/** The clock of the hostile inputs: 2025-11-24T16:00:00Z. */
export const NOW = 1_764_000_000;

export const b64 = (text: string | Uint8Array): string => Buffer.from(text as string).toString('base64url');
export const octets = (length: number, value = 1): Uint8Array => new Uint8Array(length).fill(value);

const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'a' };
const CLAIMS = { iss: 'https://op.example', sub: 'f1', aud: 'orders', iat: NOW - 60, exp: NOW + 600 };
export const SIGNATURE: string = b64(octets(256));

/** A token by its header and claims (objects, or JSON text as it is), and its third part. */
export function token(
  header: object | string = {},
  claims: object | string = {},
  signature: Uint8Array | string = SIGNATURE,
): string {
  const head = typeof header === 'string' ? header : JSON.stringify({ ...HEADER, ...header });
  const body = typeof claims === 'string' ? claims : JSON.stringify({ ...CLAIMS, ...claims });
  return `${b64(head)}.${b64(body)}.${typeof signature === 'string' ? signature : b64(signature)}`;
}

/** An encrypted token by its header. */
export function encrypted(header: object): string {
  return [b64(JSON.stringify(header)), b64(octets(16)), b64(octets(12)), b64(octets(40)), b64(octets(16))].join('.');
}

/** An input for the reader of tokens, exactly as it is. */
export const read = (name: string, text: string, expected: Expected): HostileInput => ({
  name,
  text,
  as: 'token',
  expected,
});

/** An input as somebody pastes it. */
export const pasted = (name: string, text: string, expected: Expected): HostileInput => ({
  name,
  text,
  as: 'paste',
  expected,
});
