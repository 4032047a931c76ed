import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keySmallOrder } from './key-small-order.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['ordinary', { keys: [mintKey('EdDSA').publicJwk] }, []],
  [
    'small',
    { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }] },
    ['error keys[0]'],
  ],
])('%s', (_, made, found) => {
  expect(said(keySmallOrder, made)).toEqual(found);
});
