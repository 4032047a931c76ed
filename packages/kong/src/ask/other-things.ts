import type { Problem } from '@why401/core';
import type { PasteKind } from '@why401/core/input';

interface Other {
  readonly code: string;
  readonly is: string;
  readonly hint: string;
}

const explainIt =
  'Give it as --config, with a token or a request beside it: why401 explain --config FILE --request req.txt';

/** What people hand over where a token or a request is wanted, and what to do with it instead. */
const others: Readonly<Partial<Record<PasteKind, Other>>> = {
  'private-key': {
    code: 'private-key',
    is: 'a private key',
    hint: 'Nothing here needs one. If it has been shown to others, replace it.',
  },
  'public-key': {
    code: 'key-not-token',
    is: 'a public key',
    hint: 'Check a token with it: why401 verify TOKEN --key FILE',
  },
  certificate: {
    code: 'certificate-not-token',
    is: 'a certificate',
    hint: 'Check a token with its key: why401 verify TOKEN --key FILE',
  },
  jwks: { code: 'keys-not-token', is: 'a JWK set', hint: 'Check a token with it: why401 verify TOKEN --key FILE' },
  metadata: {
    code: 'metadata-not-token',
    is: "a provider's metadata",
    hint: 'Compare its issuer with a token’s: why401 diff ISSUER_A ISSUER_B',
  },
  'kong-config': { code: 'config-not-token', is: 'a Kong configuration', hint: explainIt },
  response: {
    code: 'reply-not-request',
    is: 'an answer',
    hint: 'Give it as --reply, with the request beside it: why401 explain --request req.txt --reply FILE',
  },
  request: {
    code: 'no-token',
    is: 'a request without a token',
    hint: 'Give why401 explain --config kong.yaml to see what Kong makes of it.',
  },
};

/** Why this cannot be explained: a token or request was wanted and is not there. */
export function notToExplain(kind: PasteKind, name: string): Problem {
  const other = others[kind];
  if (other !== undefined) {
    const { code, is, hint } = other;
    return { code, message: `${named(name)} is ${is}, where a token or a request is wanted.`, hint };
  }
  return {
    code: 'no-token',
    message: `${named(name)} holds no token and no request.`,
    hint: 'Give a token, a curl command, raw HTTP, a HAR entry or the header line.',
  };
}

/** A file keeps its name at the start of a sentence; what is no name gets a capital. */
export const named = (name: string): string =>
  /^(standard input|the (command line|paste|reply))$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
