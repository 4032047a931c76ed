import { toText } from '@why401/core/report';
import { createCrypto } from '@why401/node';
import { describe, expect, it } from 'vitest';
import { loadGateway } from '../config/index.ts';
import { readRelease } from '../versions/index.ts';
import { effectivePlugins, effectiveSection } from './index.ts';

const FILE = `_format_version: "3.0"
consumers:
- username: alice
plugins:
- name: jwt
- name: rate-limiting
  config: {minute: 5}
- name: rate-limiting
  consumer: alice
  config: {minute: 50}
- name: cors
  enabled: false
- name: request-termination
  protocols: [tcp, tls]
services:
- name: orders
  url: http://orders.internal
  plugins:
  - name: jwt
    config: {claims_to_verify: [exp]}
  - name: acl
    config: {allow: [a]}
  routes:
  - name: orders
    paths: [/orders]
    plugins:
    - name: jwt
      config: {key_claim_name: kid}
    - name: correlation-id
  - name: other
    paths: [/other]
    plugins:
    - name: key-auth
`;

const told = (version: string, routeName = 'orders') => {
  const release = readRelease(version);
  const loaded = loadGateway(
    [{ name: 'kong.yaml', text: FILE }],
    { version: '3.9', flavor: 'traditional_compatible' },
    { crypto: createCrypto() },
  );
  if (!loaded.ok || !release.ok) throw new Error('not loaded');
  const route = loaded.gateway.routes.find(({ name }) => name === routeName);
  if (route === undefined) throw new Error('no such route');
  return effectivePlugins(loaded.gateway, route, route.service, release.value);
};
const short = (version: string, route?: string): readonly string[] =>
  told(version, route).map(
    ({ name, instances }) =>
      `${name}: ${instances.map(({ state, plugin }) => `${state} ${plugin.place().line}`).join(', ')}`,
  );

describe('the plugins of a Route', () => {
  it('stand in the order in which they run, with the instance that won and those that did not', () => {
    expect(short('3.9')).toEqual([
      'correlation-id: runs 29',
      'jwt: runs 27, overridden 19, overridden 5',
      'acl: runs 21',
      'rate-limiting: runs 6, for-consumer 8',
      'cors: switched-off 11',
      'request-termination: other-protocols 13',
    ]);
  });

  it('run in another order in another version', () => {
    expect(short('3.4').map((one) => one.split(':')[0])).toEqual([
      ...['jwt', 'acl', 'rate-limiting', 'correlation-id', 'cors', 'request-termination'],
    ]);
  });

  it('are those of this Route alone', () => {
    expect(short('3.9', 'other')).toEqual([
      'jwt: runs 19, overridden 5',
      'key-auth: runs 33',
      'acl: runs 21',
      'rate-limiting: runs 6, for-consumer 8',
      'cors: switched-off 11',
      'request-termination: other-protocols 13',
    ]);
  });

  it('are told as a table', () => {
    const text = toText(
      { title: '', sections: [effectiveSection(told('3.9'))] },
      { width: 160, color: false, unicode: true },
    );
    expect(text).toMatch(/1\s+correlation-id\s+route orders\s+runs\s+100001\s+kong\.yaml:29/);
    expect(text).toMatch(/2\s+jwt\s+route orders\s+runs/);
    expect(text).toMatch(/jwt\s+global\s+overridden/);
    expect(text).toMatch(/rate-limiting\s+consumer alice\s+runs instead once .* authenticated alice/);
    expect(text).toMatch(/cors\s+global\s+switched off/);
  });
});
