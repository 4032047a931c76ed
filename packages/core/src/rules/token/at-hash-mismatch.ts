import { halfHash } from '../../claims/index.ts';
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
    const wanted = halfHash(accessToken, header?.alg, digest);
    if (wanted === undefined) return undefined;
    return claims.at_hash === wanted ? undefined : { found: String(claims.at_hash).slice(0, 100), wanted };
  },
  explain: ({ found, wanted }) => [
    line`The ID token was not issued with this access token: at_hash is ${value(found)}.`,
    line`For this access token it would be ${value(wanted)}.`,
  ],
};
