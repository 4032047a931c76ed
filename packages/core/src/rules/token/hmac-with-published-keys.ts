import { code, line } from '../../report/index.ts';
import { HMAC } from './algorithms-table.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const hmacWithPublishedKeys: TokenRule<{ readonly found: string; readonly types: readonly string[] }> = {
  id: 'hmac-with-published-keys',
  severity: 'error',
  basis: [rfc('RFC 8725 §3.1'), rfc('RFC 8725 §2.1')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, publishedTypes }: TokenEvidence) => {
    if (publishedTypes === undefined) return undefined;
    const alg = header?.alg;
    const isHmac = typeof alg === 'string' && Object.hasOwn(HMAC, alg);
    const types = [...new Set(publishedTypes)];
    return isHmac && types.length > 0 && !types.includes('oct') ? { found: alg, types } : undefined;
  },
  explain: ({ found, types }) => [
    line`The token says ${code(found)}, but the issuer publishes ${types.join(' and ')} keys.`,
    line`A verifier that takes the public key for the HMAC secret would accept what anybody can sign.`,
  ],
};
