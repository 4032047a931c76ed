import { readToken } from '@why401/core/parse';
import { type Known, personalValues } from '@why401/core/redact';

/** What must not remain of these tokens in a report that is given away. */
export function knownOfTokens(tokens: readonly string[]): Known {
  const claims = tokens.map(readToken).flatMap((token) => ('claims' in token && token.claims ? [token.claims] : []));
  return { secrets: tokens, personal: new Set(claims.flatMap((one) => [...personalValues(one)])) };
}
