import { fitsTemplate } from '../../metadata/index.ts';
import { ofKey, words } from './look.ts';
import { type KeySetRule, providerDocs } from './rule.ts';

export const keyOfAnotherIssuer: KeySetRule = {
  id: 'key-of-another-issuer',
  severity: 'warning',
  basis: [providerDocs('Microsoft identity platform, access tokens, Validate the signing key issuer')],
  judge: ({ reading: { keys }, issuer }) =>
    keys.flatMap((key) => {
      const own = key.issuer;
      if (own === undefined || issuer === undefined || own === issuer) return [];
      if (fitsTemplate(issuer, own) || fitsTemplate(own, issuer)) return [];
      return [
        ofKey(key, {
          message: `It may sign for ${own} only, and the document is of ${issuer}.`,
          found: own,
          wanted: issuer,
        }),
      ];
    }),
  explain: words,
};
