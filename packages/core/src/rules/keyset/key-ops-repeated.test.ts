import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyOpsRepeated } from './key-ops-repeated.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['once', { keys: [{ ...key, key_ops: ['verify', 'sign'] }] }, []],
  ['twice', { keys: [{ ...key, key_ops: ['verify', 'verify'] }] }, ['warning keys[0]']],
  ['not said', { keys: [key] }, []],
])('%s', (_, made, found) => {
  expect(said(keyOpsRepeated, made)).toEqual(found);
});
