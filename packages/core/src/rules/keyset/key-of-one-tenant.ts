import { fitsTemplate, placeholdersOf } from '../../metadata/index.ts';
import { ofKey, words } from './look.ts';
import { type KeySetRule, providerDocs } from './rule.ts';

export const keyOfOneTenant: KeySetRule = {
  id: 'key-of-one-tenant',
  severity: 'info',
  basis: [providerDocs('Microsoft identity platform, access tokens, Validate the signing key issuer')],
  judge: ({ reading: { keys }, issuer }) =>
    keys.flatMap(({ issuer: own, ...key }) =>
      own !== undefined && issuer !== undefined && placeholdersOf(own).length === 0 && fitsTemplate(issuer, own)
        ? [ofKey(key, { message: `It signs for one tenant alone: ${own}.`, found: own })]
        : [],
    ),
  explain: words,
};
