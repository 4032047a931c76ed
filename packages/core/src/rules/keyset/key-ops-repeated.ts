import { ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyOpsRepeated: KeySetRule = {
  id: 'key-ops-repeated',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.3')],
  judge: ({ reading: { keys } }) =>
    keys.flatMap((key) => {
      const twice = key.keyOps?.find((operation, at, all) => all.indexOf(operation) !== at);
      return twice === undefined
        ? []
        : [
            ofKey(key, {
              message: `Its key_ops name ${JSON.stringify(twice.slice(0, 40))} more than once.`,
              found: twice,
            }),
          ];
    }),
  explain: words,
};
