import { advice, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

const NO_SET = { code: 'no-key-set', message: 'This is no key set.', hint: undefined };

export const keysetUnreadable: KeySetRule = {
  id: 'keyset-unreadable',
  severity: 'error',
  basis: [rfc('RFC 7517 §5')],
  judge: ({ reading: { form, problems } }) => {
    if (form === 'jwks' || form === 'jwk') return [];
    if (form === 'pem' || form === 'der')
      return [{ message: `This is ${form.toUpperCase()}, not a JWK set.`, found: form }];
    const [problem] = problems;
    const { code, message, hint } = problem ?? NO_SET;
    return [{ message, found: code, wanted: 'a JSON object with "keys"', ...(hint !== undefined && { advice: hint }) }];
  },
  explain: words,
  hint: advice,
};
