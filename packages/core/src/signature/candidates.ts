import type { Key } from '../keys/index.ts';
import type { Candidate } from './model.ts';
import type { PublicAlgorithm, SignatureAlgorithm } from './tables/algorithms.ts';

type Drop = Omit<Candidate, 'key' | 'kept'>;

/**
 * For each key, kept or dropped and why. The key decides what it may be used for (RFC 7517 §4.2–4.5,
 * RFC 8725 §3.1); the token only says which one it means. `kid` is a string to compare, nothing else.
 */
export function selectCandidates(
  keys: readonly Key[],
  algorithm: SignatureAlgorithm,
  kid: string | undefined,
): readonly Candidate[] {
  const all = keys.map((key): Candidate => {
    const drop = whyDropped(key, algorithm, kid);
    if (drop !== undefined) return { key, kept: false, ...drop };
    return { key, kept: true, reason: kid !== undefined && key.kid === kid ? 'kid-matches' : 'fits' };
  });
  const named = all.some(({ reason }) => reason === 'kid-matches');
  if (!named) return all;
  return all.map((candidate) =>
    candidate.reason === 'fits' ? { key: candidate.key, kept: false, reason: 'another-key-has-the-kid' } : candidate,
  );
}

function whyDropped(key: Key, algorithm: SignatureAlgorithm, kid: string | undefined): Drop | undefined {
  if (kid !== undefined && key.kid !== undefined && key.kid !== kid) {
    return { reason: 'other-kid', found: key.kid, wanted: kid };
  }
  const type = otherType(key, algorithm);
  if (type !== undefined) return type;
  if (key.alg !== undefined && !means(key.alg, algorithm.name)) {
    return { reason: 'other-algorithm', found: key.alg, wanted: algorithm.name };
  }
  if (key.use !== undefined && key.use !== 'sig') return { reason: 'other-use', found: key.use, wanted: 'sig' };
  if (key.keyOps !== undefined && !mayVerify(key, key.keyOps)) {
    return { reason: 'other-operations', found: key.keyOps.join(', '), wanted: 'verify' };
  }
  if (key.usable === 'no') {
    const fatal = key.problems.find((problem) => problem.fatal);
    return { reason: 'unusable', ...(fatal !== undefined && { found: fatal.code }) };
  }
  return key.usable === 'unknown' ? { reason: 'not-supported-here' } : undefined;
}

function otherType(key: Key, algorithm: SignatureAlgorithm): Drop | undefined {
  if (key.kty !== undefined && key.kty !== algorithm.kty) {
    return { reason: 'other-type', found: key.kty, wanted: algorithm.kty };
  }
  const { material } = key;
  if (algorithm.kty === 'oct' || material?.kind !== 'public') return undefined;
  if (!algorithm.kinds.includes(material.key.kind)) {
    const reason = algorithm.kty === 'OKP' ? 'other-curve' : 'other-type';
    return { reason, found: key.curve ?? material.key.kind, wanted: wantedKinds(algorithm) };
  }
  if (algorithm.curve !== undefined && material.key.curve !== algorithm.curve) {
    return { reason: 'other-curve', found: material.key.curve ?? '?', wanted: algorithm.curve };
  }
  return undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  rsa: 'RSA',
  'rsa-pss': 'RSA-PSS',
};

const wantedKinds = (algorithm: PublicAlgorithm): string =>
  algorithm.kinds.map((kind) => NAMES[kind] ?? kind.toUpperCase()).join(' or ');

/** `EdDSA` and the names of RFC 9864 for the same signatures stand for each other; the curve was compared before. */
const means = (ofKey: string, ofToken: string): boolean =>
  ofKey === ofToken || (isEdwards(ofKey) && isEdwards(ofToken) && (ofKey === 'EdDSA' || ofToken === 'EdDSA'));

const isEdwards = (name: string): boolean => name === 'EdDSA' || name === 'Ed25519' || name === 'Ed448';

/** The private half of a pair says `sign`, and was reduced to the public one. */
const mayVerify = (key: Key, operations: readonly string[]): boolean =>
  operations.includes('verify') || (key.hasPrivateHalf && operations.includes('sign'));
