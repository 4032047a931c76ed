import { encodeBase64url } from '../../encoding/index.ts';
import type { HashName } from '../../ports/index.ts';
import { line, value } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const atHashMismatch: TokenRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'at-hash-mismatch',
  severity: 'error',
  basis: [rfc('OpenID Connect Core 1.0 §3.1.3.6'), rfc('OpenID Connect Core 1.0 §3.2.2.9')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, claims, accessToken, digest }: TokenEvidence) => {
    if (accessToken === undefined || digest === undefined || claims?.at_hash === undefined) return undefined;
    const hash = hashOf(header?.alg);
    if (hash === undefined) return undefined;
    const octets = digest(hash, new TextEncoder().encode(accessToken));
    const wanted = encodeBase64url(octets.subarray(0, octets.length / 2));
    return claims.at_hash === wanted ? undefined : { found: String(claims.at_hash).slice(0, 100), wanted };
  },
  explain: ({ found, wanted }) => [
    line`The ID token was not issued with this access token: at_hash is ${value(found)}.`,
    line`For this access token it would be ${value(wanted)}.`,
  ],
};

/** The hash of the algorithm that signed the ID token. */
function hashOf(alg: unknown): HashName | undefined {
  const bits = typeof alg === 'string' ? /^(?:HS|RS|PS|ES)(256|384|512)K?$/.exec(alg)?.[1] : undefined;
  return bits === undefined ? undefined : (`sha${bits}` as HashName);
}
