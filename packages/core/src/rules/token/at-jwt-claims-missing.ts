import { member } from '../../json/index.ts';
import { line, value } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

const REQUIRED = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];

export const atJwtClaimsMissing: TokenRule<{ readonly found: string }> = {
  id: 'at-jwt-claims-missing',
  severity: 'warning',
  basis: [rfc('RFC 9068 §2.2')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, claims }) => {
    const typ = header?.typ;
    if (claims === undefined || typeof typ !== 'string' || !/^(?:application\/)?at\+jwt$/i.test(typ)) return undefined;
    const missing = REQUIRED.filter((name) => member(claims, name) === undefined);
    return missing.length === 0 ? undefined : { found: missing.join(', ') };
  },
  explain: ({ found }) => [
    line`The token calls itself an access token of RFC 9068 (at+jwt), and lacks ${value(found)}.`,
    line`A resource server that follows RFC 9068 refuses it.`,
  ],
};
