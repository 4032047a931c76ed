import { ALGORITHMS } from '../../signature/index.ts';
import { fits, ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyAlgorithmMismatch: KeySetRule = {
  id: 'key-algorithm-mismatch',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.4'), rfc('RFC 8725 §3.1')],
  judge: ({ reading: { keys } }) =>
    keys.flatMap((key) => {
      const algorithm = ALGORITHMS.get(key.alg ?? '');
      if (algorithm === undefined || key.kty === undefined || fits(key, algorithm)) return [];
      const found = `${key.alg} with ${key.curve ?? key.kty}`;
      return [
        ofKey(key, {
          message: `It says alg ${key.alg}, and is a key of ${key.curve ?? key.kty}.`,
          found,
          wanted: algorithm.kty,
        }),
      ];
    }),
  explain: words,
};
