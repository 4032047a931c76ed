import type { Crypto } from '@why401/core';
import { strings } from '@why401/core/metadata';
import type { IssuerJudgement } from '@why401/core/verdict';
import { type IssuerCredentials, issuerCredentials } from '@why401/kong/credentials';
import { readRelease } from '@why401/kong/versions';
import { Failure, fail } from '../failure.ts';
import type { IssuerOptions } from './options.ts';

/** The keys as credentials of Kong; undefined where that is not asked. @throws Failure `no-key-set`, `no-issuer`, of the version */
export function credentialsFor(
  { kongCredential, consumer, kongVersion }: IssuerOptions,
  { keys, issuer, reading }: IssuerJudgement,
  crypto: Crypto,
): IssuerCredentials | undefined {
  if (kongCredential !== true) return undefined;
  if (keys === undefined)
    return fail('no-key-set', 'There are no keys to make credentials of.', 'Give --jwks jwks.json.');
  if (issuer === undefined)
    return fail(
      'no-issuer',
      'The key of a credential is the issuer, and none is known.',
      'Give --expect ISSUER or --file.',
    );
  const release = readRelease(kongVersion);
  if (!release.ok) throw new Failure(release.problem);
  const announced = strings(reading?.object?.['id_token_signing_alg_values_supported']);
  const { modernAlgorithms } = release.value.switches;
  return issuerCredentials(keys.keys, { issuer, announced, consumer, modernAlgorithms }, crypto);
}
