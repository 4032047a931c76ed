import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyCurveUnknown } from './key-curve-unknown.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['known', { keys: [mintKey('ES256').publicJwk] }, []],
  ['unknown', { keys: [{ ...mintKey('ES256').publicJwk, crv: 'P-257' }] }, ['warning keys[0]']],
])('%s', (_, made, found) => {
  expect(said(keyCurveUnknown, made)).toEqual(found);
});
