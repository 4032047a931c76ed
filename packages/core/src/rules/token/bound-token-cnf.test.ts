import { expect, it } from 'vitest';
import { boundTokenCnf } from './bound-token-cnf.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['DPoP', { claims: { cnf: { jkt: 'x' } } }, 'The token is bound to a key (cnf: jkt) and cannot be used alone.'],
  [
    'certificate',
    { claims: { cnf: { 'x5t#S256': 'x' } } },
    'The token is bound to a key (cnf: x5t#S256) and cannot be used alone.',
  ],
  ['no object', { claims: { cnf: 'x' } }, 'The token is bound to a key (cnf: no method) and cannot be used alone.'],
  ['bearer', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(boundTokenCnf, made)).toBe(said);
});
