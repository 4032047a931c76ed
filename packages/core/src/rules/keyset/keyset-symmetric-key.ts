import { ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetSymmetricKey: KeySetRule = {
  id: 'keyset-symmetric-key',
  severity: 'error',
  basis: [rfc('RFC 7517 §9.2')],
  judge: ({ reading: { keys } }) =>
    keys
      .filter(({ kty }) => kty === 'oct')
      .map((key) => ofKey(key, { message: 'It is a secret (kty oct), for all to read.', found: 'oct' })),
  explain: words,
  hint: () => 'Take it out, and replace it wherever it is in use: everybody who saw it can sign with it.',
};
