import type { Place } from '../facts/index.ts';
import type { Crypto, KeyEncoding, PublicKey } from '../ports/index.ts';
import { readBase64 } from './base64.ts';
import { type Container, containerName } from './container.ts';
import { AKP_ALGORITHMS, EC_CURVES, OID, OKP_CURVES } from './curves.ts';
import type { Key, KeyForm, KeyMaterial, KeyProblem, KeyType } from './model.ts';
import { keyProblem } from './problems.ts';
import { weaknesses } from './weak.ts';

/** A key out of a PEM block or a DER file. `bytes` are those of the structure alone. */
export function containerKey(
  bytes: Uint8Array,
  container: Container & { readonly form: KeyEncoding & KeyForm },
  at: { readonly index: number; readonly place: Place; readonly path: string },
  crypto: Crypto,
): Key {
  const { form } = container;
  const loaded = crypto.loadPublicKey(form, bytes);
  const hasPrivateHalf = form === 'pkcs8' || form === 'pkcs1-private' || form === 'sec1';
  const problems: KeyProblem[] = [];
  if (hasPrivateHalf) problems.push(keyProblem('private-key-material', '', at.place));
  if (form === 'x509') problems.push(keyProblem('key-in-certificate', '', at.place));
  const row = AKP_ALGORITHMS.find((algorithm) => algorithm.oid === container.algorithm);
  const common = {
    index: at.index,
    kid: undefined,
    ktyText: undefined,
    use: undefined,
    keyOps: undefined,
    hasPrivateHalf,
    source: { form, place: at.place, path: at.path },
  };
  if (loaded === undefined) {
    const failed = whyNotLoaded(container);
    return {
      ...common,
      kty: row === undefined ? undefined : 'AKP',
      curve: undefined,
      alg: row?.name,
      material: undefined,
      usable: failed.fatal ? 'no' : 'unknown',
      problems: [...problems, failed],
    };
  }
  const material = publicMaterial(loaded, crypto);
  problems.push(...weaknesses(loaded, material.spki));
  return {
    ...common,
    kty: typeOf(loaded),
    curve: curveOf(loaded),
    alg: loaded.kind.startsWith('ml-dsa') ? loaded.kind.toUpperCase() : undefined,
    material,
    usable: usability(problems),
    problems,
  };
}

export const usability = (problems: readonly KeyProblem[]): 'yes' | 'no' =>
  problems.some(({ fatal }) => fatal) ? 'no' : 'yes';

export function publicMaterial(key: PublicKey, crypto: Crypto): KeyMaterial & { readonly kind: 'public' } {
  const pem = crypto.exportSpkiPem(key);
  const body = pem.slice(pem.indexOf('\n') + 1, pem.lastIndexOf('-----END'));
  return { kind: 'public', key, spki: readBase64(body)?.bytes ?? new Uint8Array(0) };
}

/** A structure of the right form that the runtime refuses: the reason, as far as its form tells. */
function whyNotLoaded(container: Container): KeyProblem {
  const name = containerName(container);
  if (AKP_ALGORITHMS.some(({ oid }) => oid === container.algorithm)) return keyProblem('key-not-supported', name);
  const curve = EC_CURVES.find(({ oid }) => oid === container.curve);
  if (container.algorithm === OID.ec && container.form === 'spki' && curve !== undefined) {
    return keyProblem('ec-point-off-curve', curve.name);
  }
  return keyProblem('key-unreadable', `${name}, which OpenSSL refuses`);
}

function typeOf(key: PublicKey): KeyType | undefined {
  if (key.kind === 'rsa' || key.kind === 'rsa-pss') return 'RSA';
  if (key.kind === 'ec') return 'EC';
  if (key.kind.startsWith('ml-dsa')) return 'AKP';
  return key.kind === 'other' ? undefined : 'OKP';
}

const curveOf = (key: PublicKey): string | undefined =>
  key.curve ?? OKP_CURVES.find(({ kind }) => kind === key.kind)?.name;
