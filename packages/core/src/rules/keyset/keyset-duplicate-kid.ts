import type { Key } from '../../keys/index.ts';
import { isForSignatures, ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetDuplicateKid: KeySetRule = {
  id: 'keyset-duplicate-kid',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.5'), rfc('OpenID Connect Core 1.0 §10.1')],
  judge: ({ reading: { keys } }) => {
    const seen = new Map<string, number>();
    return keys.flatMap((key) => {
      const name = key.kid === undefined || !isForSignatures(key) ? undefined : JSON.stringify([key.kid, kindOf(key)]);
      const first = name === undefined ? undefined : seen.get(name);
      if (name !== undefined && first === undefined) seen.set(name, key.index);
      if (first === undefined) return [];
      return [
        ofKey(key, {
          message: `It has the kid of keys[${first}], and does not differ in type or algorithm either.`,
          found: key.kid ?? '',
        }),
      ];
    });
  },
  explain: words,
  hint: () => 'Give each key a kid of its own; the thumbprint of RFC 7638 is a good one.',
};

const kindOf = ({ kty, curve, alg }: Key): readonly unknown[] => [kty, curve, alg];
