import type { FoundToken } from '../../input/index.ts';
import type { JsonObject } from '../../json/index.ts';
import type { JoseHeader, Token } from '../../parse/index.ts';
import type { HashName } from '../../ports/index.ts';

/** What is known beside the token itself. Absent means: not known, and rules that need it stay silent. */
export interface TokenContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Seconds that clocks may differ; 0 where it is not given. */
  readonly leeway?: number;
  /** Where the token was found in a paste. */
  readonly found?: Pick<FoundToken, 'source' | 'name' | 'cutOff'>;
  /** `kty` of the keys that the issuer publishes. */
  readonly publishedTypes?: readonly string[];
  /** The access token that came with this ID token. */
  readonly accessToken?: string;
  readonly digest?: (hash: HashName, octets: Uint8Array) => Uint8Array;
}

/** What the rules look at. One shape for every token, so that the rules stay quick. */
export interface TokenEvidence {
  readonly token: Token;
  /** Of a JSON serialization: of its first signature. */
  readonly header: JoseHeader | undefined;
  readonly claims: JsonObject | undefined;
  /** Three segments, or a signature in JSON. */
  readonly isSigned: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds. */
  readonly leeway: number;
  readonly cutOff: FoundToken['cutOff'];
  /** What the place in the paste says the token is used as. */
  readonly usedAs: 'access-token' | 'id-token' | undefined;
  readonly publishedTypes: readonly string[] | undefined;
  readonly accessToken: string | undefined;
  readonly digest: TokenContext['digest'];
}

/** Nothing is computed here that a clean token would not need. */
export function tokenEvidence(token: Token, context: TokenContext): TokenEvidence {
  return {
    token,
    header: headerOf(token),
    claims: token.kind === 'jws' || token.kind === 'jws-json' ? token.claims : undefined,
    isSigned: token.kind === 'jws' || token.kind === 'jws-json',
    now: context.now,
    leeway: (context.leeway ?? 0) * 1000,
    cutOff: context.found?.cutOff,
    usedAs: context.found === undefined ? undefined : usedAs(context.found),
    publishedTypes: context.publishedTypes,
    accessToken: context.accessToken,
    digest: context.digest,
  };
}

function headerOf(token: Token): JoseHeader | undefined {
  if (token.kind === 'jws' || token.kind === 'jwe') return token.header;
  return token.kind === 'jws-json' ? token.signatures[0]?.header : undefined;
}

function usedAs({ source, name = '' }: Pick<FoundToken, 'source' | 'name'>): TokenEvidence['usedAs'] {
  if (source === 'authorization-header' || /^access_?token$/i.test(name)) return 'access-token';
  return /^id_?token$/i.test(name) ? 'id-token' : undefined;
}
