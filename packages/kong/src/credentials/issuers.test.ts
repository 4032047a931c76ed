import { createCrypto } from '@why401/node';
import { expect, test } from 'vitest';
import { loadGateway } from '../config/index.ts';
import { gatewayIssuers } from './index.ts';

test('a configuration names issuers in credentials and in config.issuer', () => {
  const text = `_format_version: "3.0"
consumers:
- username: a
  jwt_secrets:
  - key: https://idp.example/a
    secret: s
  - secret: no key, one is made up
plugins:
- name: openid-connect
  config:
    issuer: https://idp.example/b/.well-known/openid-configuration
- name: openid-connect
  instance_name: other
  route: r
  config:
    issuer: https://idp.example/c/
services:
- name: s
  url: http://s
  routes:
  - name: r
    paths: [/r]
`;
  const loaded = loadGateway(
    [{ name: 'kong.yaml', text }],
    { version: '3.9', flavor: 'traditional_compatible' },
    { crypto: createCrypto() },
  );
  expect(
    loaded.ok && gatewayIssuers(loaded.gateway).map(({ place, ...one }) => ({ ...one, line: place?.line })),
  ).toEqual([
    { source: 'config', name: 'key', value: 'https://idp.example/a', line: 5 },
    { source: 'config', name: 'issuer', value: 'https://idp.example/b', isOfAddress: true, line: 11 },
    { source: 'config', name: 'issuer', value: 'https://idp.example/c/', line: 16 },
  ]);
});
