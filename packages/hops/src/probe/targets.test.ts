import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { probePlan, type Wanted } from './targets.ts';

function plan(yaml: string, wanted: Partial<Wanted> = {}) {
  const loaded = loadGateway(
    [{ name: 'kong.yaml', text: `_format_version: "3.0"\n${yaml}` }],
    { version: '3.9', flavor: 'traditional_compatible' },
    { crypto: createCrypto() },
  );
  if (!loaded.ok) throw new Error(loaded.problems.map(({ code }) => code).join());
  return probePlan(loaded.gateway, { service: 'orders', ...wanted });
}
const service = (fields: string): string => `services:\n- name: orders\n  ${fields.replaceAll('; ', '\n  ')}\n`;
const routes = (preserve: boolean): string =>
  `  routes:\n  - name: r\n    paths: [/o]\n    preserve_host: ${preserve}\n`;

describe('what Kong would connect to', () => {
  it.each<readonly [name: string, yaml: string, wanted: Partial<Wanted>, targets: object]>([
    [
      'the host',
      service('host: a.test; port: 8080; protocol: http'),
      {},
      [{ host: 'a.test', port: 8080, hostHeader: 'a.test:8080', path: '/' }],
    ],
    [
      'the usual port',
      service('host: a.test; port: 443; protocol: https'),
      {},
      [{ hostHeader: 'a.test', servername: 'a.test' }],
    ],
    ['a url', service('url: https://a.test/base/'), { path: '/x' }, [{ port: 443, path: '/base/x' }]],
    ['no address as a name', service('host: 10.0.0.7; port: 8443; protocol: https'), {}, [{ servername: undefined }]],
    [
      'preserve_host',
      service('host: a.test; port: 443; protocol: https') + routes(true),
      { clientHost: 'api.test' },
      [{ hostHeader: 'api.test', servername: 'api.test' }],
    ],
    [
      'no preserve_host',
      service('host: a.test; port: 80') + routes(false),
      { clientHost: 'api.test' },
      [{ hostHeader: 'a.test' }],
    ],
    [
      'targets of an Upstream',
      `${service('host: pool; port: 80')}upstreams:\n- name: pool\n  host_header: up.test\n  targets:\n  - target: 10.0.0.1:9000\n  - target: b.test\n`,
      {},
      [
        { host: '10.0.0.1', port: 9000, hostHeader: 'up.test' },
        { host: 'b.test', port: 8000 },
      ],
    ],
    [
      'targets beside the Upstream, without those that get no requests',
      `${service('host: pool; port: 80')}upstreams:\n- {name: pool}\n- {name: other}\ntargets:\n- {target: '[::1]:9000', upstream: pool}\n- {target: b.test, upstream: pool, weight: 0}\n- {target: c.test, upstream: other}\n`,
      {},
      [{ host: '[::1]', port: 9000, hostHeader: 'pool' }],
    ],
  ])('%s', (_, yaml, wanted, targets) => {
    const read = plan(yaml, wanted);
    expect(read.ok && read.value.targets).toMatchObject(targets);
  });

  it.each<readonly [name: string, yaml: string, code: string]>([
    ['another name', 'services:\n- name: other\n  host: a\n', 'no-such-service'],
    [
      'an Upstream whose targets have no weight',
      `${service('host: pool')}upstreams:\n- name: pool\n  targets:\n  - {target: a.test, weight: 0}\n`,
      'no-targets',
    ],
    ['an empty Upstream', `${service('host: pool')}upstreams:\n- name: pool\n`, 'no-targets'],
  ])('%s', (_, yaml, code) => {
    const read = plan(yaml);
    expect(read.ok ? undefined : read.problem.code).toBe(code);
  });
});
