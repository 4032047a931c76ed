import { capital, type DifferenceKind, extra, lacks, owner, type Seen } from './kind.ts';

const docs = (ref: string) => [{ kind: 'provider-docs', ref }] as const;

const word = (seen: Seen): string => seen.detail ?? 'tenant';

const more = (id: string, mark: string, why: string, ref: string): DifferenceKind => ({
  id,
  mark: () => mark,
  sentence: (seen, names) =>
    `${capital(owner(seen, names))} has "${extra(seen)}", ${lacks(seen, names)} has not: ${why}.`,
  basis: docs(ref),
});

export const providers: readonly DifferenceKind[] = [
  {
    id: 'tenant',
    mark: (seen) => (seen.a === '' || seen.b === '' ? `${word(seen)} only in one` : `other ${word(seen)}`),
    sentence: (seen, names) =>
      seen.a === '' || seen.b === ''
        ? `${capital(owner(seen, names))} names the ${word(seen)} "${extra(seen)}", ${lacks(seen, names)} names none.`
        : `The ${word(seen)} is "${seen.a}" in ${names.a} and "${seen.b}" in ${names.b}.`,
  },
  {
    id: 'tenant-any',
    mark: () => 'any tenant / one tenant',
    sentence: (seen, names) =>
      `"${seen.a}" (${names.a}) and "${seen.b}" (${names.b}): the word for any tenant is part of an address only; a token always names its own tenant.`,
    basis: docs('learn.microsoft.com, access tokens: validate the issuer'),
  },
  {
    id: 'placeholder',
    mark: () => 'placeholder, not filled in',
    sentence: (seen, names) =>
      `"${/[{<$%]/.test(seen.a) ? seen.a : seen.b}" in ${/[{<$%]/.test(seen.a) ? names.a : names.b} is a placeholder that nobody filled in.`,
  },
  {
    id: 'entra-version',
    mark: () => 'Entra v1 / v2 issuer',
    sentence: (seen, names) =>
      `${capital(names.a)} has the ${isV1(seen.a) ? 'v1' : 'v2'} issuer of Entra ID, ${names.b} the ${isV1(seen.b) ? 'v1' : 'v2'} one: the manifest of the API decides which its tokens carry (requestedAccessTokenVersion).`,
    basis: docs('learn.microsoft.com/entra/identity-platform/access-tokens'),
  },
  {
    id: 'provider-alias',
    mark: () => 'other host of the same provider',
    sentence: (seen, names) =>
      `"${seen.a}" (${names.a}) and "${seen.b}" (${names.b}) are hosts of one provider; its tokens carry one of them only.`,
  },
  more(
    'ping-as',
    'Ping: /as',
    'the issuer of a PingOne environment ends in /as',
    'developer.pingidentity.com/pingone-api',
  ),
  more(
    'keycloak-auth',
    'Keycloak: /auth',
    'Keycloak has it before version 17, or with that relative path',
    'keycloak.org/server/hostname',
  ),
  more(
    'b2c-policy',
    'B2C policy',
    'Azure AD B2C leaves the policy out of iss, unless the tokens are set to carry it (tfp)',
    'active-directory-b2c/tokens-overview',
  ),
  more(
    'adfs-trust',
    'AD FS trust',
    'access tokens of AD FS carry http://…/adfs/services/trust, its ID Tokens https://…/adfs',
    'AD FS discovery: access_token_issuer',
  ),
  more(
    'authorization-server',
    'authorization server',
    'a custom authorization server has an issuer of its own',
    'developer.okta.com/docs/concepts/auth-servers',
  ),
];

const isV1 = (host: string): boolean => host.startsWith('sts.');
