import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keyAlgorithmMismatch } from './key-algorithm-mismatch.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['fits', { keys: [mintKey('ES256').publicJwk, mintKey('PS256').publicJwk, mintKey('EdDSA').publicJwk] }, []],
  ['another type', { keys: [{ ...mintKey('ES256').publicJwk, alg: 'RS256' }] }, ['warning keys[0]']],
  ['another curve', { keys: [{ ...mintKey('ES256').publicJwk, alg: 'ES384' }] }, ['warning keys[0]']],
  ['for encryption', { keys: [{ ...mintKey('RS256').publicJwk, alg: 'RSA-OAEP', use: 'enc' }] }, []],
])('%s', (_, made, found) => {
  expect(said(keyAlgorithmMismatch, made)).toEqual(found);
});
