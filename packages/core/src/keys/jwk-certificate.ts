import { encodeBase64url } from '../encoding/index.ts';
import { type JsonObject, member } from '../json/index.ts';
import type { Crypto } from '../ports/index.ts';
import { readBase64 } from './base64.ts';
import { publicMaterial } from './load.ts';
import type { KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';

/** `x5c`, `x5t` and `x5t#S256` are compared with the key; they never give trust (RFC 7517 §4.7–4.9). */
export function certificateProblems(jwk: JsonObject, spki: Uint8Array, crypto: Crypto): readonly KeyProblem[] {
  const chain = member(jwk, 'x5c');
  if (chain === undefined) return [];
  const first: unknown = Array.isArray(chain) ? chain[0] : undefined;
  const der = typeof first === 'string' ? readBase64(first)?.bytes : undefined;
  const key = der && crypto.loadPublicKey('x509', der);
  if (der === undefined || key === undefined) return [keyProblem('x5c-broken')];
  const problems: KeyProblem[] = [];
  if (!equal(publicMaterial(key, crypto).spki, spki)) problems.push(keyProblem('x5c-other-key'));
  for (const [name, hash] of [
    ['x5t', 'sha1'],
    ['x5t#S256', 'sha256'],
  ] as const) {
    const value = member(jwk, name);
    if (value === undefined) continue;
    if (value !== encodeBase64url(crypto.digest(hash, der))) problems.push(keyProblem('x5t-differs', name));
  }
  return problems;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, index) => octet === b[index]);
