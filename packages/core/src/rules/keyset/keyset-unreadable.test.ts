import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { keysetUnreadable } from './keyset-unreadable.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  ['good', { keys: [mintKey('ES256').publicJwk] }, []],
  ['a page', { text: '<!doctype html>' }, ['error -']],
  ['null', { text: 'null' }, ['error -']],
  ['broken', { text: '{"keys":[' }, ['error -']],
  ['empty', { text: '' }, ['error -']],
  ['PEM', { text: mintKey('ES256').publicPem }, ['error -']],
  ['metadata', { text: '{"issuer":"https://op.example"}' }, ['error -']],
  ['any text', { text: 'hello' }, ['error -']],
])('%s', (_, made, found) => {
  expect(said(keysetUnreadable, made)).toEqual(found);
});
