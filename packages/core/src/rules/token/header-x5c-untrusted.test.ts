import { expect, it } from 'vitest';
import { headerX5cUntrusted } from './header-x5c-untrusted.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'chain',
    { header: { x5c: ['MIIB', 'MIIC'] } },
    'The header brings a certificate chain (2 certificates). It is shown and gives no trust.',
  ],
  [
    'no list',
    { header: { x5c: 'MIIB' } },
    'The header brings a certificate chain (a string). It is shown and gives no trust.',
  ],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(headerX5cUntrusted, made)).toBe(said);
});
