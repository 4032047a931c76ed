import { expect, it } from 'vitest';
import { headline, type Made } from './testing.ts';
import { typConfusion } from './typ-confusion.ts';

it.each<[string, Made, string | undefined]>([
  [
    'ID token as access token',
    { claims: { nonce: 'n' }, context: { found: { source: 'authorization-header' } } },
    'This is probably an ID token (it has nonce), used as an access token.',
  ],
  [
    'refresh token as access token',
    { claims: { typ: 'Refresh' }, context: { found: { source: 'authorization-header' } } },
    'This is probably a refresh token (the claim typ is Refresh), used as an access token.',
  ],
  [
    'access token as ID token',
    { claims: { scope: 'a' }, context: { found: { source: 'json-member', name: 'id_token' } } },
    'This is probably an access token (it has scope), used as an ID token.',
  ],
  [
    'called access token',
    { header: { typ: 'at+jwt' }, claims: { at_hash: 'x' } },
    'This is probably an ID token (it has at_hash), called an access token.',
  ],
  [
    'DPoP proof as access token',
    { header: { typ: 'dpop+jwt' }, context: { found: { source: 'authorization-header' } } },
    'This is probably a DPoP proof (typ is dpop+jwt), used as an access token.',
  ],
  [
    'access token as such',
    { claims: { scope: 'a' }, context: { found: { source: 'authorization-header' } } },
    undefined,
  ],
  ['logout token', { header: { typ: 'logout+jwt' }, claims: { events: {} } }, undefined],
  ['nothing known', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(typConfusion, made)).toBe(said);
});
