import { words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetNotASet: KeySetRule = {
  id: 'keyset-not-a-set',
  severity: 'warning',
  basis: [rfc('RFC 7517 §5')],
  judge: ({ reading: { form, problems } }) => {
    if (form === 'jwk')
      return [{ message: 'This is one key, not a set: {"keys": [ … ]} is wanted around it.', found: 'a JWK' }];
    return problems
      .filter(({ code }) => code === 'jwks-bare-array')
      .map(({ message }) => ({ message, found: 'an array' }));
  },
  explain: words,
};
