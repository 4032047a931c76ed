import type { Json } from '../../json/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { type NotANumber, notANumber, wordsOf } from './exp-not-a-number.ts';
import { rfc, type TokenRule } from './rule.ts';

export const timeNotANumber: TokenRule<NotANumber> = {
  id: 'time-not-a-number',
  severity: 'error',
  basis: [rfc('RFC 7519 §2'), rfc('OpenID Connect Core 1.0 §2')],
  strict: true,
  looksAt: 'token',
  judge: ({ claims }: TokenEvidence) => {
    if (claims === undefined) return undefined;
    const { nbf, iat } = claims;
    if (isWrong(nbf)) return notANumber('nbf', nbf);
    if (isWrong(iat)) return notANumber('iat', iat);
    return isWrong(claims.auth_time) ? notANumber('auth_time', claims.auth_time) : undefined;
  },
  explain: wordsOf,
};

const isWrong = (value: Json | undefined): boolean =>
  value !== undefined && !(typeof value === 'number' && Number.isFinite(value));
