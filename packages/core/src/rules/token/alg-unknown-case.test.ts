import { expect, it } from 'vitest';
import { algUnknownCase } from './alg-unknown-case.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['nOnE', { header: { alg: 'nOnE' } }, 'The algorithm is spelled "nOnE"; there is only none.'],
  ['lower case', { header: { alg: 'rs256' } }, 'The algorithm is spelled "rs256"; there is only RS256.'],
  ['blank', { header: { alg: 'none ' } }, 'The algorithm is spelled "none "; there is only none.'],
  ['right', { header: { alg: 'RS256' } }, undefined],
  ['unknown altogether', { header: { alg: 'XX' } }, undefined],
])('%s', (_, made, said) => {
  expect(headline(algUnknownCase, made)).toBe(said);
});
