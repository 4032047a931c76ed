import { expect, it } from 'vitest';
import { jsonSerialization } from './json-serialization.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'flattened',
    { text: JSON.stringify({ payload: b64('{}'), protected: b64('{"alg":"HS256"}'), signature: 'AAAA' }) },
    'This is the JSON serialization; a JWT is always in the compact one (RFC 7519 §3).',
  ],
  ['compact', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(jsonSerialization, made)).toBe(said);
});
