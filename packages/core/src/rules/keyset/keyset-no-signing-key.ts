import { isForSignatures, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetNoSigningKey: KeySetRule = {
  id: 'keyset-no-signing-key',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  judge: ({ reading: { form, keys } }) => {
    if (form === 'unreadable' || form === 'secret' || keys.length === 0) return [];
    if (keys.some((key) => key.usable !== 'no' && key.kty !== 'oct' && isForSignatures(key))) return [];
    const message = `None of the ${keys.length} keys can check a signature.`;
    return [{ member: 'keys', message, found: 'none', wanted: 'a usable public key for signatures' }];
  },
  explain: words,
};
