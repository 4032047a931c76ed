import { kindByClaims } from '../../claims/index.ts';
import { line } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const audSeveralWithoutAzp: TokenRule<{ readonly found: string }> = {
  id: 'aud-several-without-azp',
  severity: 'warning',
  basis: [rfc('OpenID Connect Core 1.0 §3.1.3.7')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims, usedAs }: TokenEvidence) => {
    const aud = claims?.aud;
    if (!Array.isArray(aud) || aud.length < 2 || claims?.azp !== undefined) return undefined;
    const isIdToken = usedAs === 'id-token' || kindByClaims(claims)?.kind === 'id-token';
    return isIdToken ? { found: `${aud.length} audiences` } : undefined;
  },
  explain: ({ found }) => [
    line`The ID token has ${found} and no azp.`,
    line`A client among several audiences cannot tell whether the token was made for it.`,
  ],
};
