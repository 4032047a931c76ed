import { words } from './look.ts';
import { assumed, type KeySetRule, rfc } from './rule.ts';

/** `application/json`, `application/jwk-set+json`, with parameters. */
const JSON_TYPE = /^application\/(?:jwk-set\+)?json\s*(?:;|$)/i;

export const keysetMediaType: KeySetRule = {
  id: 'keyset-media-type',
  severity: 'warning',
  basis: [rfc('RFC 7517 §8.5.2'), assumed('oauth4webapi refuses other types')],
  judge: ({ contentType }) =>
    contentType === undefined || JSON_TYPE.test(contentType)
      ? []
      : [
          {
            message: `The key set came as ${JSON.stringify(contentType.slice(0, 80))}. Some clients refuse what does not call itself JSON.`,
            found: contentType.slice(0, 80),
            wanted: 'application/jwk-set+json or application/json',
          },
        ],
  explain: words,
};
