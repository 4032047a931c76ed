import type { PasteKind } from '@why401/core/input';
import { fail } from '../failure.ts';
import { named } from './names.ts';

interface Refusal {
  readonly code: string;
  readonly is: string;
  readonly hint: string;
}

const explainIt =
  'Give it as --config, with a token or a request beside it: why401 explain --config FILE --request req.txt';

/** What people hand over where a token or a request is wanted, and what to do with it instead. */
const others: Readonly<Partial<Record<PasteKind, Refusal>>> = {
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

/** @throws Failure always: a token or request was wanted and is not there */
export function notToExplain(kind: PasteKind, name: string): never {
  const other = others[kind];
  if (other !== undefined)
    return fail(other.code, `${named(name)} is ${other.is}, where a token or a request is wanted.`, other.hint);
  return fail(
    'no-token',
    `${named(name)} holds no token and no request.`,
    'Give a token, a curl command, raw HTTP, a HAR entry or the header line.',
  );
}
