import type { HashName } from '@why401/core';
import { encodeBase64 } from '@why401/core/encoding';
import { fromBytes, toArray } from '../../wire/index.ts';
import { decodeStandardBase64 } from '../base64-standard.ts';
import { firstHeader } from '../headers.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { credentialOf } from './parameters.ts';
import { DOES_NOT_MATCH, type HmacAuthState, type HmacParameters, unauthorized } from './state.ts';

const HASHES: Readonly<Record<string, HashName>> = {
  'hmac-sha1': 'sha1',
  'hmac-sha256': 'sha256',
  'hmac-sha384': 'sha384',
  'hmac-sha512': 'sha512',
};

/** HMAC of the lines that the request says it has signed. */
export function signature(state: HmacAuthState): StepResult | undefined {
  const { exchange, parameters } = state;
  const credential = credentialOf(state);
  const hash = HASHES[parameters?.algorithm ?? ''];
  if (parameters === undefined || credential === undefined || hash === undefined) return undefined;
  const absent = parameters.headers.filter((name) => !SYNTHETIC.has(name) && firstHeader(exchange, name) === undefined);
  const data = {
    username: fromBytes(parameters.username),
    headers: parameters.headers.map(fromBytes),
    absent: absent.map(fromBytes),
  };
  const { id, username, consumer } = credential;
  state.consumer = consumer;
  state.credential = { id, identifier: username, username };
  const unknown = unknownIn([credential.secret]);
  if (unknown.length > 0) return notKnown('hmac-auth-signature', data, unknown);
  const given = decodeStandardBase64(parameters.signature);
  const { received, release } = exchange;
  const whole = received.uri.replace(/^([^?]*)\?$/, '$1');
  const uris = release.switches.hmacWantsQuery ? [whole] : [whole, whole.replace(/[?#].*$/s, '')];
  const isRight = uris.some((uri) => {
    const text = toArray(signedText(state, parameters, uri));
    return bytesOf(exchange.crypto.hmac(hash, toArray(credential.secret), text)) === given;
  });
  if (!isRight)
    return failed('hmac-auth-signature', data, unauthorized(state, DOES_NOT_MATCH), {
      at: () => credential.place('secret'),
    });
  return passed('hmac-auth-signature', data);
}

const bytesOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Names that stand for parts of the request line where no header is called so. */
const SYNTHETIC: ReadonlySet<string> = new Set(['@request-target', 'request-line']);

function signedText({ exchange }: HmacAuthState, { headers }: HmacParameters, uri: string): string {
  const { method } = exchange.request.wire;
  const line = (name: string): string => {
    const value = firstHeader(exchange, name);
    if (value !== undefined) return `${name}: ${value}`;
    if (name === '@request-target') return `${name}: ${method.toLowerCase()} ${uri}`;
    return name === 'request-line' ? `${method} ${uri} HTTP/1.1` : `${name}:`;
  };
  return headers.map(line).join('\n');
}

/** `validate_request_body`: `Digest: SHA-256=…` is that of the body; without the header the body must be empty. */
export function digest(state: HmacAuthState): StepResult | undefined {
  const { config, exchange, plugin } = state;
  if (!config.validate_request_body) return undefined;
  const body = exchange.body ?? '';
  const given = firstHeader(exchange, 'digest');
  const made = `SHA-256=${encodeBase64(exchange.crypto.digest('sha256', toArray(body)))}`;
  const isRight = given === undefined ? body === '' : given === made;
  if (isRight) return undefined;
  const data = { why: given === undefined ? ('missing' as const) : ('differs' as const) };
  const at = () => plugin.place('config.validate_request_body');
  return failed('hmac-auth-digest', data, unauthorized(state, DOES_NOT_MATCH), { at });
}
