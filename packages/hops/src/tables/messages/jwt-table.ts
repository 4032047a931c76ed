import { rowsOf } from './make.ts';
import type { Message } from './model.ts';

const row = rowsOf('jwt', {
  in: 'answer',
  statuses: [401],
  basis: { kind: 'kong-source', ref: 'kong/plugins/jwt/handler.lua@3.9.1' },
});
const EXPLAIN = 'why401 explain --config kong.yaml --request req.txt';

export const JWT_MESSAGES: readonly Message[] = [
  row(
    'unauthorized',
    'Unauthorized',
    'The jwt plugin found no token: not in header_names, uri_param_names or cookie_names of its configuration.',
    `${EXPLAIN} — and look whether a load balancer before Kong takes the header away.`,
  ),
  row(
    'multiple-tokens',
    'Multiple tokens provided',
    'Two places hold different tokens (a header and a cookie, say). The same token twice is taken.',
    'Send the token in one place; or leave the other place out of header_names, uri_param_names, cookie_names.',
  ),
  row('unrecognizable-token', 'Unrecognizable token', 'What was found where the token should be is no text.', EXPLAIN),
  row(
    'bad-token-json',
    'Bad token; invalid JSON',
    'The token has no three parts, or header or claims are no JSON: an opaque token, a JWE, or one that was cut off on the way.',
    'why401 decode token.txt',
  ),
  row(
    'bad-token-alg',
    'Bad token; invalid alg',
    'The header of the token names an algorithm that this version of the plugin does not know.',
    'why401 decode token.txt — then let the provider sign with RS256 or ES256.',
  ),
  row(
    'bad-token-claims',
    'Bad token; invalid claims',
    'The second part of the token is no JSON object.',
    'why401 decode token.txt',
  ),
  row(
    'bad-token-signature',
    'Bad token; invalid signature',
    'The third part of the token is no base64url: it was changed or cut off.',
    'why401 decode token.txt',
  ),
  row(
    'no-mandatory-claim',
    "No mandatory '{claim}' in claims",
    'The claim that key_claim_name asks for is neither in the claims nor in the header of the token.',
    'why401 decode token.txt — then set config.key_claim_name to a claim that the token has.',
  ),
  row(
    'invalid-claim',
    "Invalid '{claim}' in claims",
    'The claim that key_claim_name asks for is empty.',
    'why401 decode token.txt',
  ),
  row(
    'no-credentials',
    "No credentials found for given '{claim}'",
    'No jwt_secrets row has a key that equals this claim to the octet: a slash at the end, http for https or another case is enough.',
    'why401 diff ISS-OF-THE-TOKEN KEY-OF-THE-CREDENTIAL; then create the credential at a consumer (deck: consumers[].jwt_secrets, Admin API: POST /consumers/C/jwt).',
    { advice: 'config-issuer' },
  ),
  row(
    'invalid-algorithm',
    'Invalid algorithm',
    'The alg of the token is not the algorithm of the credential (HS256 where it names none).',
    'Set algorithm of the jwt_secrets row to the alg that why401 decode shows.',
  ),
  row(
    'invalid-key',
    'Invalid key/secret',
    'The credential has no secret, or no rsa_public_key, for its algorithm.',
    'Give the jwt_secrets row its rsa_public_key (why401 issuer URL --kong-credential prints it).',
  ),
  row(
    'invalid-signature',
    'Invalid signature',
    'The key of the credential did not make this signature: another key, a provider that rotated its key (this plugin reads no key set), or a secret in another encoding.',
    'why401 verify token.txt --key public.pem; why401 issuer URL --kong-credential',
  ),
  row(
    'expired',
    '{"exp":"token expired"}',
    'claims_to_verify has exp, and exp is not after the time of the gateway: there is no leeway.',
    'why401 timeline token.txt; look at the clock of the node.',
  ),
  row(
    'not-yet',
    '{"nbf":"token not valid yet"}',
    'claims_to_verify has nbf, and nbf is after the time of the gateway.',
    'why401 timeline token.txt; the clocks of provider and node differ.',
  ),
  row(
    'not-a-number',
    '{"{claim}":"must be a number"}',
    'claims_to_verify has this claim, and the token has it as no number, or not at all.',
    'why401 decode token.txt',
  ),
  row(
    'too-long',
    '{"exp":"exceeds maximum allowed expiration"}',
    'maximum_expiration is smaller than exp minus the time of the gateway.',
    'Let the provider issue shorter tokens, or raise config.maximum_expiration.',
  ),
  row(
    'no-consumer',
    "Could not find consumer for '{claim}={value}'",
    'The credential belongs to a consumer that is gone.',
    'Create the consumer, or remove the credential.',
  ),
  row(
    'challenge',
    'Bearer error="invalid_token"',
    'A jwt plugin of 3.8 or newer refused a token. openid-connect writes a realm before it.',
    EXPLAIN,
    {
      in: 'header',
      since: '3.8',
    },
  ),
];
