import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetMediaType } from './keyset-media-type.ts';
import { type Made, said } from './testing.ts';

const key = mintKey('ES256').publicJwk;

it.each<[string, Made, readonly string[]]>([
  ['a file', { keys: [key] }, []],
  ['JSON', { keys: [key], context: { contentType: 'application/json; charset=utf-8' } }, []],
  ['its own type', { keys: [key], context: { contentType: 'application/jwk-set+json' } }, []],
  ['in capitals', { keys: [key], context: { contentType: 'Application/JSON;charset=UTF-8' } }, []],
  ['text', { keys: [key], context: { contentType: 'text/plain' } }, ['warning -']],
  ['octets', { keys: [key], context: { contentType: 'application/octet-stream' } }, ['warning -']],
])('%s', (_, made, found) => {
  expect(said(keysetMediaType, made)).toEqual(found);
});
