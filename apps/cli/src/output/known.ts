import { readToken, type Token } from '@why401/core/parse';
import { type Known, personalValues } from '@why401/core/redact';

/** Of a token and of secrets that were read: the texts, its signature, claims that may name a person. */
export function knownOf(text: string, secrets: readonly string[] = []): Known {
  const token = readToken(text);
  return {
    secrets: [...secrets, text, ...signaturesOf(token)],
    personal: 'claims' in token ? personalValues(token.claims ?? {}) : new Set(),
  };
}

function signaturesOf(token: Token): readonly string[] {
  if (token.kind === 'jws') return [token.signatureText];
  return token.kind === 'jws-json' ? token.signatures.map(({ signatureText }) => signatureText) : [];
}
