import { type JsonObject, member } from '../json/index.ts';
import type { Crypto } from '../ports/index.ts';
import { AKP_ALGORITHMS, EC_CURVES, OKP_CURVES } from './curves.ts';
import { fixed, text, unsigned } from './jwk-members.ts';
import type { KeyMaterial, KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';
import { ecSpki, octetSpki, rsaSpki } from './spki.ts';
import { weaknesses } from './weak.ts';

export interface PublicPart {
  readonly curve?: string;
  readonly material?: KeyMaterial;
  /** Well formed, but this runtime cannot compute with it. */
  readonly unsupported?: boolean;
}

type Reader = (jwk: JsonObject, crypto: Crypto, problems: KeyProblem[]) => PublicPart;

/** The public numbers of a JWK, loaded (RFC 7518 §6, RFC 8037 §2, draft-ietf-cose-dilithium). */
export const PUBLIC_READERS: Readonly<Record<'RSA' | 'EC' | 'OKP' | 'AKP', Reader>> = {
  RSA(jwk, crypto, problems) {
    const n = unsigned(jwk, 'n', problems);
    const e = unsigned(jwk, 'e', problems);
    return n && e ? load(rsaSpki(n, e), crypto, problems, () => keyProblem('key-unreadable', 'an RSA key')) : {};
  },

  EC(jwk, crypto, problems) {
    const crv = text(jwk, 'crv', problems);
    const curve = EC_CURVES.find((row) => row.crv === crv || row.name === crv);
    if (curve === undefined) return noCurve(crv, problems);
    if (!curve.registered) problems.push(keyProblem('jwk-curve-unregistered', curve.crv));
    const x = fixed(jwk, 'x', curve.octets, problems, true);
    const y = fixed(jwk, 'y', curve.octets, problems, true);
    if (x === undefined || y === undefined) return { curve: curve.name };
    const part = load(ecSpki(curve, x, y), crypto, problems, () => keyProblem('ec-point-off-curve', curve.name));
    return { ...part, curve: curve.name };
  },

  OKP(jwk, crypto, problems) {
    const crv = text(jwk, 'crv', problems);
    const curve = OKP_CURVES.find((row) => row.name === crv);
    if (curve === undefined) return noCurve(crv, problems);
    const x = fixed(jwk, 'x', curve.octets, problems, false);
    if (x === undefined) return { curve: curve.name };
    const failed = () => keyProblem('key-unreadable', `an ${curve.name} key`);
    return { ...load(octetSpki(curve, x), crypto, problems, failed), curve: curve.name };
  },

  AKP(jwk, crypto, problems) {
    const alg = text(jwk, 'alg', problems);
    const row = AKP_ALGORITHMS.find(({ name }) => name === alg);
    if (row === undefined) {
      problems.push(alg === undefined ? keyProblem('jwk-member-missing', '"alg"') : keyProblem('jwk-alg-unknown', alg));
      return {};
    }
    const pub = fixed(jwk, 'pub', row.octets, problems, false);
    if (pub === undefined) return {};
    const part = load(octetSpki(row, pub), crypto, problems, () => keyProblem('key-not-supported', row.name));
    return part.material === undefined ? { unsupported: true } : part;
  },
};

function noCurve(crv: string | undefined, problems: KeyProblem[]): PublicPart {
  if (crv !== undefined) problems.push(keyProblem('jwk-curve-unknown', crv));
  else if (!problems.some(({ code }) => code === 'jwk-member-type')) {
    problems.push(keyProblem('jwk-member-missing', '"crv"'));
  }
  return {};
}

function load(spki: Uint8Array, crypto: Crypto, problems: KeyProblem[], failed: () => KeyProblem): PublicPart {
  const key = crypto.loadPublicKey('spki', spki);
  if (key === undefined) {
    problems.push(failed());
    return {};
  }
  problems.push(...weaknesses(key, spki));
  return { material: { kind: 'public', key, spki } };
}

export const hasPrivateMember = (jwk: JsonObject): boolean =>
  ['d', 'priv', 'p', 'q', 'dp', 'dq', 'qi'].some((name) => member(jwk, name) !== undefined);
