import { expect, it } from 'vitest';
import { issWhiteSpace } from './iss-white-space.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['at the end', { claims: { iss: 'https://op.example ' } }, 'The issuer holds white space: "https://op.example ".'],
  ['line feed', { claims: { iss: 'https://op.example\n' } }, 'The issuer holds white space: "https://op.example\\n".'],
  ['none', {}, undefined],
  ['no string', { claims: { iss: 1 } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(issWhiteSpace, made)).toBe(said);
});
