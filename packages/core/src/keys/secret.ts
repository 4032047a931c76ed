import type { Place } from '../facts/index.ts';
import { Secret } from '../secret/index.ts';
import { readBase64 } from './base64.ts';
import { usability } from './load.ts';
import type { Key, KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';
import { WELL_KNOWN_SECRETS } from './tables/well-known-secrets.ts';

/** RFC 7518 §3.2, for the smallest hash; larger ones are judged where the algorithm is known. */
const SHORTEST = 32;

export function secretProblems(secret: Secret): readonly KeyProblem[] {
  if (secret.length === 0) return [keyProblem('hmac-key-empty')];
  const problems: KeyProblem[] = [];
  if (secret.length < SHORTEST) problems.push(keyProblem('hmac-key-short', String(secret.length)));
  if (WELL_KNOWN_SECRETS.has(new TextDecoder().decode(secret.reveal())))
    problems.push(keyProblem('hmac-secret-well-known'));
  return problems;
}

/** The secret that a text or a file is, nothing trimmed: a final newline belongs to it. */
export function secretKey(bytes: Uint8Array, encoding: 'text' | 'base64' | 'base64url', place: Place): Key {
  const decoded = encoding === 'text' ? bytes : decode(bytes, encoding);
  const secret = decoded && new Secret(decoded);
  const problems: readonly KeyProblem[] =
    secret === undefined ? [keyProblem('secret-not-base64', encoding, place)] : secretProblems(secret);
  return {
    index: 0,
    kid: undefined,
    kty: 'oct',
    ktyText: undefined,
    curve: undefined,
    alg: undefined,
    use: undefined,
    keyOps: undefined,
    hasPrivateHalf: false,
    source: { form: 'secret', place, path: '' },
    material: secret && { kind: 'secret', secret },
    usable: usability(problems),
    problems,
  };
}

function decode(bytes: Uint8Array, encoding: 'base64' | 'base64url'): Uint8Array | undefined {
  const reading = readBase64(new TextDecoder().decode(bytes));
  const standard = reading?.deviations.includes('standard-alphabet') === true;
  return standard && encoding === 'base64url' ? undefined : reading?.bytes;
}
