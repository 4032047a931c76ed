import { encodeBase64url } from '../encoding/index.ts';
import type { Crypto } from '../ports/index.ts';
import { fingerprint } from '../secret/index.ts';
import { AKP_ALGORITHMS, EC_CURVES, OKP_CURVES } from './curves.ts';
import { withoutLeadingZeros } from './der.ts';
import type { Key } from './model.ts';
import { keyOctets, rsaNumbers } from './spki.ts';

/** `sha256:` and 12 hex digits: of a public key's SPKI, or of a secret's octets. */
export function keyFingerprint(key: Key, crypto: Crypto): string | undefined {
  const { material } = key;
  if (material === undefined) return undefined;
  return material.kind === 'public' ? fingerprint(material.spki, crypto) : material.secret.fingerprint(crypto);
}

/** RFC 7638 with SHA-256, which many issuers use as `kid`; `undefined` for kinds without a JWK form, and for secrets. */
export function thumbprint(key: Key, crypto: Crypto): string | undefined {
  const members = jwkOf(key);
  if (members === undefined) return undefined;
  return encodeBase64url(crypto.digest('sha256', new TextEncoder().encode(JSON.stringify(members))));
}

/** The required members of the public JWK, in the lexicographic order that RFC 7638 §3 wants. */
export function jwkOf(key: Key): Readonly<Record<string, string>> | undefined {
  if (key.material?.kind !== 'public') return undefined;
  const { kind } = key.material.key;
  if (kind === 'rsa') {
    const numbers = rsaNumbers(key.material.spki);
    return numbers && { e: unsignedText(numbers.e), kty: 'RSA', n: unsignedText(numbers.n) };
  }
  const octets = keyOctets(key.material.spki);
  if (octets === undefined) return undefined;
  const ec = EC_CURVES.find(({ name }) => name === key.curve);
  if (kind === 'ec' && ec !== undefined && octets[0] === 4) {
    const x = encodeBase64url(octets.subarray(1, 1 + ec.octets));
    return { crv: ec.crv, kty: 'EC', x, y: encodeBase64url(octets.subarray(1 + ec.octets)) };
  }
  const okp = OKP_CURVES.find((row) => row.kind === kind);
  if (okp !== undefined) return { crv: okp.name, kty: 'OKP', x: encodeBase64url(octets) };
  const akp = AKP_ALGORITHMS.find((row) => row.kind === kind);
  return akp && { alg: akp.name, kty: 'AKP', pub: encodeBase64url(octets) };
}

const unsignedText = (octets: Uint8Array): string => encodeBase64url(withoutLeadingZeros(octets));
