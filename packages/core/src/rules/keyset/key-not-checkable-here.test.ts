import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyNotCheckableHere } from './key-not-checkable-here.ts';
import { type Made, said } from './testing.ts';

const POST_QUANTUM = { kty: 'AKP', alg: 'ML-DSA-44', kid: 'a', pub: Buffer.alloc(1312, 1).toString('base64url') };

it.each<[string, Made, readonly string[]]>([
  ['known', { keys: [mintKey('ES256').publicJwk] }, []],
  ['of a kind that this runtime lacks', { keys: [POST_QUANTUM], knowsNothing: true }, ['info keys[0]']],
  ['broken is told elsewhere', { keys: [{ kty: 'RSA' }], knowsNothing: true }, []],
])('%s', (_, made, found) => {
  expect(said(keyNotCheckableHere, made)).toEqual(found);
});
