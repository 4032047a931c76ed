import type { Crypto, PublicKey } from '@why401/core';
import { toArray } from '../../wire/index.ts';
import { decodeBase64, encodeBase64url } from './base64.ts';
import { readLuaJson } from './lua-json.ts';
import { isObject, type LuaObject } from './lua-value.ts';

/** Curves that lua-resty-openssl knows by their JOSE names; a key on another curve cannot be a JWK there. */
const EC_CURVES: ReadonlySet<string> = new Set(['P-256', 'P-384', 'P-521']);

/** Last byte of the object identifier 1.3.101.x of an OKP curve, and the length of its private key. */
const OKP_CURVES: ReadonlyMap<string, readonly [id: number, length: number]> = new Map([
  ['X25519', [110, 32]],
  ['X448', [111, 56]],
  ['Ed25519', [112, 32]],
  ['Ed448', [113, 57]],
]);

/** A public or private JWK whose JSON is the whole text; a key set, or a member that is no base64url, is none. */
export function loadJwk(text: string, crypto: Crypto): PublicKey | undefined {
  const jwk = readLuaJson(text, { refusesTextAfterNul: true });
  if (jwk === undefined || !isObject(jwk)) return undefined;
  switch (jwk.get('kty')) {
    case 'RSA':
      return loadMembers(crypto, { kty: 'RSA' }, members(jwk, ['n', 'e']));
    case 'EC':
      return loadEc(jwk, crypto);
    case 'OKP':
      return loadOkp(jwk, crypto);
    default:
      return undefined;
  }
}

function loadEc(jwk: LuaObject, crypto: Crypto): PublicKey | undefined {
  const crv = jwk.get('crv');
  if (typeof crv !== 'string' || !EC_CURVES.has(crv)) return undefined;
  return loadMembers(crypto, { kty: 'EC', crv }, members(jwk, ['x', 'y']));
}

/** With `d`, the private key counts and `x` is not looked at. */
function loadOkp(jwk: LuaObject, crypto: Crypto): PublicKey | undefined {
  const crv = jwk.get('crv');
  const curve = typeof crv === 'string' ? OKP_CURVES.get(crv) : undefined;
  if (curve === undefined) return undefined;
  if (!jwk.has('d')) return loadMembers(crypto, { kty: 'OKP', crv: crv as string }, members(jwk, ['x']));
  const d = members(jwk, ['d'])?.['d'];
  const [id, length] = curve;
  if (d === undefined || d.length !== length) return undefined;
  const tail = String.fromCharCode(0x04, length + 2, 0x04, length) + d;
  const algorithm = String.fromCharCode(0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, id);
  const body = String.fromCharCode(0x02, 0x01, 0x00) + algorithm + tail;
  return crypto.loadPublicKey('pkcs8', toArray(String.fromCharCode(0x30, body.length) + body));
}

/** Decoded members; `undefined` where one is missing or no base64url. */
function members(jwk: LuaObject, names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = jwk.get(name);
    const bytes = typeof value === 'string' ? decodeBase64(value, 'url') : undefined;
    if (bytes === undefined) return undefined;
    found[name] = bytes;
  }
  return found;
}

function loadMembers(
  crypto: Crypto,
  kind: Readonly<Record<string, string>>,
  bytes: Readonly<Record<string, string>> | undefined,
): PublicKey | undefined {
  if (bytes === undefined) return undefined;
  const encoded = Object.entries(bytes).map(([name, value]) => [name, encodeBase64url(value)]);
  return crypto.loadPublicKey('jwk', toArray(JSON.stringify({ ...kind, ...Object.fromEntries(encoded) })));
}
