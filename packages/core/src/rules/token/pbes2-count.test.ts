import { expect, it } from 'vitest';
import { pbes2Count } from './pbes2-count.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  [
    'billions',
    {
      text: `${b64('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483647,"p2s":"AAAA"}')}.AAAA.AAAA.AAAA.AAAA`,
    },
    'The key comes from a password that the reader must hash 2147483647 times, which is refused.',
  ],
  [
    'a thousand',
    { text: `${b64('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000,"p2s":"AAAA"}')}.AAAA.AAAA.AAAA.AAAA` },
    'The key comes from a password that the reader must hash 1000 times.',
  ],
  [
    'none',
    { text: `${b64('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}')}.AAAA.AAAA.AAAA.AAAA` },
    'The key comes from a password that the reader must hash none times, which is refused.',
  ],
  ['another algorithm', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(pbes2Count, made)).toBe(said);
});
