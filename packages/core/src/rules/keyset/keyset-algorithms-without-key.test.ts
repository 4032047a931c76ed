import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetAlgorithmsWithoutKey } from './keyset-algorithms-without-key.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['fits', { keys: [mintKey('ES256').publicJwk], context: { announced: ['RS256', 'ES256'] } }, []],
  ['none fits', { keys: [mintKey('ES256').publicJwk], context: { announced: ['RS256', 'HS256'] } }, ['warning keys']],
  ['not said', { keys: [mintKey('ES256').publicJwk] }, []],
  ['secrets alone', { keys: [mintKey('ES256').publicJwk], context: { announced: ['HS256'] } }, []],
])('%s', (_, made, found) => {
  expect(said(keysetAlgorithmsWithoutKey, made)).toEqual(found);
});
