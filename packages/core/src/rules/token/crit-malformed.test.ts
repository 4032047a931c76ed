import { expect, it } from 'vitest';
import { critMalformed } from './crit-malformed.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['string', { header: { crit: 'b64' } }, 'crit is a string, not a list of names.'],
  ['empty', { header: { crit: [] } }, 'crit is an empty list.'],
  ['number inside', { header: { crit: [1] } }, 'crit holds a number, not only names.'],
  ['registered', { header: { crit: ['alg'] } }, 'crit lists alg, which is no extension.'],
  ['a claim', { header: { crit: ['exp'], exp: 1 } }, 'crit lists exp, which is no extension.'],
  ['absent', { header: { crit: ['toString'] } }, 'crit lists toString, which the header does not have.'],
  ['twice', { header: { crit: ['x', 'x'], x: 1 } }, 'crit lists x twice.'],
  ['well-formed', { header: { crit: ['x'], x: 1 } }, undefined],
  ['none', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(critMalformed, made)).toBe(said);
});
