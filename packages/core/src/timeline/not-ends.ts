import { type Line, line, strong } from '../report/index.ts';
import type { NotAnEnd } from './model.ts';
import type { TokenFacts } from './token.ts';

export interface NamedToken {
  readonly name: string;
  readonly token: TokenFacts;
}

/** What people expect to end this token, and what does not. */
export function notEndsOf(self: NamedToken, all: readonly NamedToken[]): NotAnEnd[] {
  if (self.token.kind === 'opaque') return [];
  return [newerToken(self, all), logout()];
}

function newerToken(self: NamedToken, all: readonly NamedToken[]): NotAnEnd {
  const newer = all.filter((other) => other !== self && isNewer(other.token, self.token));
  const basis = [{ kind: 'rfc', ref: 'RFC 7519 §4.1' }] as const;
  const [first] = newer;
  const others: Line =
    first === undefined
      ? line`A newer token for the same subject does not end this one`
      : newer.length === 1
        ? line`${strong(first.name)}, although newer, does not end ${strong(self.name)}`
        : line`The ${newer.length} newer tokens (${newer.map(({ name }) => name).join(', ')}) do not end ${strong(self.name)}`;
  const notEnd: NotAnEnd = {
    kind: 'newer-token',
    basis,
    sentence: [...others, { text: ': no claim of a token speaks of another one.' }],
  };
  if (newer.length === 0) return notEnd;
  const since = Math.min(...newer.map(({ token }) => birthOf(token) ?? Number.POSITIVE_INFINITY));
  return { ...notEnd, newer: { names: newer.map(({ name }) => name), since } };
}

function isNewer(other: TokenFacts, self: TokenFacts): boolean {
  if (other.issuer === null || other.issuer !== self.issuer || other.subject !== self.subject) return false;
  const [a, b] = [birthOf(other), birthOf(self)];
  return a !== null && b !== null && a > b;
}

function birthOf({ times: { iat, nbf } }: TokenFacts): number | null {
  if (iat.state === 'read') return iat.instant;
  return nbf.state === 'read' ? nbf.instant : null;
}

const logout = (): NotAnEnd => ({
  kind: 'logout',
  basis: [{ kind: 'rfc', ref: 'RFC 7009 §3' }],
  sentence: line`Logging out at the provider ends the session there, not a token that is checked by its signature alone.`,
});
