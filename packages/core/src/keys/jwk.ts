import type { Place } from '../facts/index.ts';
import { isObject, type Json, type JsonObject, member, typeName } from '../json/index.ts';
import type { Crypto } from '../ports/index.ts';
import { Secret } from '../secret/index.ts';
import { certificateProblems } from './jwk-certificate.ts';
import { octets, text, textList } from './jwk-members.ts';
import { hasPrivateMember, PUBLIC_READERS, type PublicPart } from './jwk-public.ts';
import { usability } from './load.ts';
import type { Key, KeyMaterial, KeyProblem, KeyType } from './model.ts';
import { keyProblem } from './problems.ts';
import { secretProblems } from './secret.ts';
import { ENCRYPTION, SIGNATURES } from './tables/algorithm-names.ts';

/** Names that are not registered but can only mean one algorithm. */
const MISSPELT: ReadonlyMap<string, string> = new Map([['ES521', 'ES512']]);

const HASH_OCTETS: ReadonlyMap<string, number> = new Map([
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
]);

export interface JwkPosition {
  readonly index: number;
  readonly place: Place;
  readonly path: string;
}

/** One JSON Web Key (RFC 7517 §4), private or public. */
export function readJwk(value: Json, at: JwkPosition, crypto: Crypto): Key {
  const problems: KeyProblem[] = [];
  const jwk: JsonObject = isObject(value) ? value : {};
  if (!isObject(value)) problems.push(keyProblem('jwk-not-an-object', typeName(value)));
  const ktyText = text(jwk, 'kty', problems);
  const kty = typeOf(ktyText);
  const alg = algorithm(jwk, problems);
  const { curve, material, unsupported } = isObject(value) ? readMaterial(jwk, ktyText, alg, crypto, problems) : {};
  const hasPrivateHalf = kty !== undefined && kty !== 'oct' && hasPrivateMember(jwk);
  if (hasPrivateHalf) problems.push(keyProblem('private-key-material'));
  if (material?.kind === 'public') problems.push(...certificateProblems(jwk, material.spki, crypto));
  const x5u = member(jwk, 'x5u');
  if (x5u !== undefined && !(typeof x5u === 'string' && /^https:\/\//i.test(x5u)))
    problems.push(keyProblem('x5u-without-tls'));
  const issuer = member(jwk, 'issuer');
  return {
    index: at.index,
    kid: keyId(jwk, problems),
    kty,
    ktyText,
    curve,
    alg,
    use: text(jwk, 'use', problems),
    keyOps: textList(jwk, 'key_ops', problems),
    ...(typeof issuer === 'string' && { issuer }),
    hasPrivateHalf,
    source: { form: 'jwk', place: at.place, path: at.path },
    material,
    usable: unsupported === true ? 'unknown' : usability(problems),
    problems,
  };
}

function readMaterial(
  jwk: JsonObject,
  ktyText: string | undefined,
  alg: string | undefined,
  crypto: Crypto,
  problems: KeyProblem[],
): PublicPart {
  const kty = typeOf(ktyText);
  if (kty === 'oct') {
    const material = secretMaterial(jwk, alg, problems);
    return material === undefined ? {} : { material };
  }
  if (kty !== undefined) return PUBLIC_READERS[kty](jwk, crypto, problems);
  if (ktyText !== undefined) problems.push(keyProblem('jwk-kty-unknown', ktyText));
  else if (member(jwk, 'kty') === undefined) problems.push(keyProblem('jwk-member-missing', '"kty"'));
  return {};
}

function secretMaterial(jwk: JsonObject, alg: string | undefined, problems: KeyProblem[]): KeyMaterial | undefined {
  const bytes = octets(jwk, 'k', problems);
  if (bytes === undefined) return undefined;
  const least = HASH_OCTETS.get(alg ?? '') ?? 0;
  // A JWK that names its algorithm breaks RFC 7518 §3.2 by itself; a secret without one is only weak.
  if (bytes.length < least) {
    problems.push(keyProblem('jwk-secret-shorter-than-hash', `"alg": "${alg}" and has ${bytes.length} bytes`));
  }
  const secret = new Secret(bytes);
  problems.push(...secretProblems(secret));
  return { kind: 'secret', secret };
}

function algorithm(jwk: JsonObject, problems: KeyProblem[]): string | undefined {
  const alg = text(jwk, 'alg', problems);
  if (alg === undefined || SIGNATURES.has(alg) || ENCRYPTION.has(alg)) return alg;
  const meant = MISSPELT.get(alg);
  if (meant === undefined) {
    problems.push(keyProblem('jwk-alg-unregistered', alg));
    return alg;
  }
  problems.push(keyProblem('jwk-alg-misspelt', `${alg}, which does not exist; ${meant} was taken`));
  return meant;
}

function keyId(jwk: JsonObject, problems: KeyProblem[]): string | undefined {
  const kid = member(jwk, 'kid');
  if (kid === undefined || typeof kid === 'string') return kid;
  problems.push(keyProblem('jwk-kid-type', typeName(kid)));
  return undefined;
}

const typeOf = (text: string | undefined): KeyType | undefined =>
  text === 'oct' || (text !== undefined && Object.hasOwn(PUBLIC_READERS, text)) ? (text as KeyType) : undefined;
