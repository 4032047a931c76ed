import { ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyCertificateExpired: KeySetRule = {
  id: 'key-certificate-expired',
  severity: 'info',
  basis: [rfc('RFC 7517 §4.7'), rfc('RFC 5280 §4.1.2.5')],
  judge: ({ reading: { keys }, certificates, now }) =>
    keys.flatMap((key) => {
      const dates = certificates.get(key.index);
      if (dates === undefined || (dates.notBefore <= now && now <= dates.notAfter)) return [];
      const isOver = now > dates.notAfter;
      const found = new Date(isOver ? dates.notAfter : dates.notBefore).toISOString().slice(0, 10);
      const what = isOver ? `ended on ${found}` : `begins on ${found}`;
      return [
        ofKey(key, {
          message: `Its certificate ${what}; that says nothing about the key, and few readers look.`,
          found,
        }),
      ];
    }),
  explain: words,
};
