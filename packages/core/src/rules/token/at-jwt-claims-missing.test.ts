import { expect, it } from 'vitest';
import { atJwtClaimsMissing } from './at-jwt-claims-missing.ts';
import { headline, type Made } from './testing.ts';

const HEADLINE = 'The token calls itself an access token of RFC 9068 (at+jwt), and lacks';

it.each<[string, Made, string | undefined]>([
  ['no at+jwt', {}, undefined],
  ['all there', { header: { typ: 'at+jwt' }, claims: { client_id: 'c', jti: 'j' } }, undefined],
  ['two missing', { header: { typ: 'at+jwt' } }, `${HEADLINE} client_id, jti.`],
  [
    'the long name, in capitals',
    { header: { typ: 'APPLICATION/AT+JWT' }, claims: { jti: 'j' } },
    `${HEADLINE} client_id.`,
  ],
  [
    'no audience',
    { header: { typ: 'at+jwt' }, claims: { aud: undefined, client_id: 'c', jti: 'j' } },
    `${HEADLINE} aud.`,
  ],
])('%s', (_, made, said) => {
  expect(headline(atJwtClaimsMissing, made)).toBe(said);
});
