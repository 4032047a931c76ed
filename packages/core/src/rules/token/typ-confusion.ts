import { kindByClaims, kindByType, kindName, type TokenKind } from '../../claims/index.ts';
import { line } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface TypConfusion {
  readonly kind: TokenKind;
  readonly because: string;
  /** What it is used as, or what its header calls it. */
  readonly as: TokenKind;
  readonly how: 'used' | 'called';
}

export const typConfusion: TokenRule<TypConfusion> = {
  id: 'typ-confusion',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.11'), rfc('RFC 9068 §4'), rfc('OpenID Connect Back-Channel Logout 1.0 §2.4')],
  strict: false,
  looksAt: 'token',
  judge: ({ header, claims, usedAs }: TokenEvidence) => {
    const typ = header?.typ;
    if (usedAs === undefined && (typ === undefined || typ === 'JWT')) return undefined;
    const named = kindByType(header);
    const shown = kindByClaims(claims);
    if (
      named !== undefined &&
      shown !== undefined &&
      named.kind !== shown.kind &&
      !isNarrower(named.kind, shown.kind)
    ) {
      return { ...shown, as: named.kind, how: 'called' };
    }
    const kind = named ?? shown;
    return usedAs === undefined || kind === undefined || kind.kind === usedAs
      ? undefined
      : { ...kind, as: usedAs, how: 'used' };
  },
  explain: ({ kind, because, as, how }) => [
    line`This is probably ${kindName(kind)} (${because}), ${how === 'used' ? 'used as' : 'called'} ${kindName(as)}.`,
    line`Tokens of one kind must not pass for another: check typ, or keep issuers, keys and audiences apart.`,
  ],
};

/** Kinds that share the shape of another: a logout token is a security event, and many name a scope. */
const isNarrower = (named: TokenKind, shown: TokenKind): boolean =>
  shown === 'access-token' || (shown === 'security-event' && named === 'logout-token');
