import { mintKey } from '@why401/testkit';
import { expect, it } from 'vitest';
import { pemPinnedToIssuer } from './pem-pinned-to-issuer.ts';
import { kong, said } from './testing.ts';

const pem = mintKey('RS256').publicPem;
const credential = (key: string, more: string): string =>
  kong(`consumers:\n- username: app\n  jwt_secrets:\n  - key: ${key}\n${more}`);
const rsa = `    algorithm: RS256\n    rsa_public_key: |\n${pem.replace(/^/gm, '      ')}`;

it.each<[string, string, number]>([
  ['an issuer', credential('https://idp.example/as', rsa), 1],
  ['a name of our own', credential('orders-app', rsa), 0],
  ['a secret', credential('https://idp.example/as', '    secret: some-secret-of-this-test'), 0],
])('%s', (_, text, count) => expect(said(pemPinnedToIssuer, text)).toHaveLength(count));

it('names the issuer and the place of the key, never the key', () => {
  const [told = ''] = said(pemPinnedToIssuer, credential('https://idp.example/as', rsa));
  expect(told).toMatch(/^warning kong\.yaml:7: A public key of https:\/\/idp\.example\/as is copied/);
  expect(told).not.toContain('BEGIN');
});
