import { expect, it } from 'vitest';
import { duplicateMember } from './duplicate-member.ts';
import { b64, headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['claim', { payload: '{"sub":"a","sub":"b"}' }, 'The payload has the member “sub” 2 times: "a", "b".'],
  [
    'algorithm',
    { text: `${b64('{"alg":"none","alg":"RS256"}')}.${b64('{}')}.AAAA` },
    'The header has the member “alg” 2 times: "none", "RS256".',
  ],
  [
    'spelled with an escape',
    { payload: '{"sub":"a","s\\u0075b":"b"}' },
    'The payload has the member “sub” 2 times: "a", "b".',
  ],
  [
    'in an object inside',
    { payload: '{"cnf":{"jkt":"1","jkt":"2"}}' },
    'The payload has the member “cnf.jkt” 2 times: "1", "2".',
  ],
  ['in two objects', { payload: '{"a":{"x":1},"b":{"x":1}}' }, undefined],
])('%s', (_, made, said) => {
  expect(headline(duplicateMember, made)).toBe(said);
});
