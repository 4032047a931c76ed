import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from './index.ts';

const text = `_format_version: "3.0"
services:
- name: orders
  url: http://127.0.0.1:9100/orders
  routes:
  - name: orders-route
    paths: [/orders]
    plugins:
    - name: jwt
      config:
        key_claim_name: kid
consumers:
- username: alice
  jwt_secrets:
  - key: alice-app
    secret: s3cret
`;

describe('loadGateway', () => {
  it('reads a DB-less file into the model', () => {
    const loaded = loadGateway(
      [{ name: 'kong.yaml', text }],
      { version: '3.9', flavor: 'traditional_compatible' },
      { crypto: createCrypto() },
    );
    if (!loaded.ok) throw new Error('refused');
    const { plugins, jwtSecrets, routes } = loaded.gateway;
    expect(routes[0]?.service?.name).toBe('orders');
    expect(plugins[0]?.route).toBe(routes[0]);
    expect(plugins[0]?.config).toMatchObject({ key_claim_name: 'kid', header_names: ['authorization'] });
    expect(jwtSecrets[0]?.consumer?.username).toBe('alice');
    expect(plugins[0]?.place('config.key_claim_name')).toMatchObject({ line: 11, column: 25 });
  });
});
