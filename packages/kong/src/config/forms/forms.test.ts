import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { type ConfigFile, isUnknown, type LoadOptions, loadGateway, refusalProblems } from '../index.ts';

const crypto = createCrypto();
const OPTIONS: LoadOptions = { version: '3.9', flavor: 'traditional_compatible' };
type Given = string | ConfigFile;
const fileOf = (one: Given, at: number): ConfigFile =>
  typeof one === 'string' ? { name: `${at}.yaml`, text: one } : one;

function open(...given: readonly Given[]) {
  const loaded = loadGateway(given.map(fileOf), OPTIONS, { crypto });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return loaded;
}

const codes = (...given: readonly Given[]): string[] =>
  open(...given).gateway.smells.map(({ code, place }) => `${code} ${place?.file}:${place?.line ?? ''}`);

const HEAD = '_format_version: "3.0"\n';

describe('what a file is taken for', () => {
  it.each<[string, Given, string]>([
    ['plain', `${HEAD}services: []\n`, 'declarative file'],
    ['JSON', { name: 'k.json', text: '{"_format_version": "2.1", "routes": []}' }, 'declarative file'],
    ['a mark of decK', `${HEAD}_info: {select_tags: [a]}\n`, 'decK file'],
    ['a dump of Konnect', `${HEAD}_konnect: {control_plane_name: prod}\n`, 'decK file of Konnect'],
    ['patches', '_format_version: "1.0"\npatches:\n- selectors: [$..a]\n  values: {a: 1}\n', 'decK patch file'],
    ['GET /config', '{"config": "_format_version: \\"3.0\\"\\nservices: []\\n"}', 'answer of GET /config'],
    ['a block of a page', 'entities:\n  plugins:\n  - name: jwt\n', 'entities block'],
    ['a config', 'description: x\nconfig:\n  secret_is_base64: true\n', 'plugin configuration'],
    ['a listing', { name: 'routes.json', text: '{"data": [], "next": null}' }, 'Admin API listing'],
    ['GET /', '{"version": "3.9.1", "configuration": {}, "plugins": {}}', 'Admin API node information'],
    ['a resource', 'apiVersion: v1\nkind: Secret\n', 'Kubernetes resources'],
    ['resources behind an empty document', '---\n---\napiVersion: v1\nkind: Secret\n', 'Kubernetes resources'],
    ['kong.conf', { name: 'kong.conf', text: '# x\ntrusted_ips = 10.0.0.0/8\n' }, 'kong.conf'],
    ['an environment file', { name: '.env', text: 'export KONG_ROUTER_FLAVOR=expressions\nA=b\n' }, 'kong.conf'],
  ])('%s', (_, given, kind) => {
    expect(open(given).kinds).toEqual([kind]);
  });
});

describe('templates of decK', () => {
  const service = (port: string): string => `${HEAD}_info: {}\nservices:\n- {name: a, host: h, port: ${port}}\n`;
  const portOf = (port: string, env: Record<string, string>) =>
    open({ name: 'k.yaml', text: service(port), env }).gateway.services[0];

  it.each<[string, string, Record<string, string>, number | undefined]>([
    ['a number', '${{ env "DECK_P" }}', { DECK_P: '8080' }, 8080],
    ['toInt', '${{ env "DECK_P" | toInt }}', { DECK_P: '8080' }, 8080],
    ['toInt as a call', '${{ toInt (env "DECK_P") }}', { DECK_P: '8080' }, 8080],
    ['toFloat', '${{ env "DECK_P" | toFloat }}', { DECK_P: '8080.0' }, 8080],
    ['not set', '${{ env "DECK_P" | toInt }}', {}, undefined],
    ['no number', '${{ env "DECK_P" | toInt }}', { DECK_P: 'x' }, undefined],
    ['a name that decK does not read', '${{ env "HOME" }}', { HOME: '80' }, undefined],
    ['a function that decK has not', '${{ env "DECK_P" | upper }}', { DECK_P: '80' }, undefined],
  ])('%s', (_, port, env, wanted) => {
    const made = portOf(port, env);
    expect(wanted === undefined ? made?.unknownFields : made?.port).toEqual(wanted ?? ['port']);
  });

  it('are texts in quotes, switches without, and may stand inside a text', () => {
    const text = `${HEAD}_info: {}\nservices:\n- {name: "\${{ env "DECK_N" }}", host: "\${{ env "DECK_N" }}.test", enabled: \${{ env "DECK_B" | toBool }}}\n`;
    const [one] = open({ name: 'k.yaml', text, env: { DECK_N: '0x10', DECK_B: 'F' } }).gateway.services;
    expect(one).toMatchObject({ name: '0x10', host: '0x10.test', enabled: false });
    expect(one?.place('enabled')).toMatchObject({ line: 4, column: 76 });
  });

  it('are named where they stay unknown', () => {
    const { gateway } = open({ name: 'k.yaml', text: service('${{ env "DECK_P" }}'), env: { DECK_Q: '1' } });
    expect(gateway.unmodelled.map(({ what }) => what)).toEqual(['env:DECK_P']);
  });
});

describe('several decK files', () => {
  it('may be of one workspace only', () => {
    const files = ['a', 'b'].map((name) => ({ name: `${name}.yaml`, text: `${HEAD}_workspace: ${name}\n` }));
    const loaded = loadGateway(files, OPTIONS, { crypto });
    expect(loaded.ok ? [] : loaded.problems).toMatchObject([
      { code: 'config-several-targets', place: { file: 'b.yaml', line: 2 } },
    ]);
  });

  it('name a reference that leads nowhere, with its place', () => {
    const text = `${HEAD}_info: {}\nplugins:\n- name: jwt\n  service: orders\n`;
    const problems = refusalProblems(open(text).gateway.refusals);
    expect(problems).toMatchObject([{ code: 'reference-dangling', place: { file: '0.yaml', line: 4 } }]);
    expect(problems[0]?.message).toBe('service names orders, which is not among the services');
  });
});

describe('parts of a configuration', () => {
  it('a block of entities has its places, and may refer to what is not there', () => {
    const { gateway } = open('title: x\nentities:\n  plugins:\n  - name: jwt\n    service: elsewhere\n');
    expect(gateway.plugins[0]?.place('service')).toMatchObject({ line: 5, column: 14 });
    expect(gateway.refusals).toEqual([]);
    expect(codes('entities:\n  routes:\n  - {name: a, paths: [/a]}\n')).toEqual(['config-partial-view 0.yaml:2']);
  });

  it.each<[string, string, string]>([
    ['that is named', 'name: key-auth\nconfig: {hide_credentials: true}\n', 'key-auth'],
    ['that one plugin alone can have', 'config: {key_claim_name: kid}\n', 'jwt'],
    ['of a closed plugin', 'config: {issuer: https://a.test, auth_methods: [bearer]}\n', 'openid-connect'],
    ['of another', 'config: {verify_access_token_notbefore: true}\n', 'jwt-signer'],
  ])('a configuration %s', (_, text, name) => {
    const { gateway } = open(text);
    expect(gateway.plugins.map((plugin) => plugin.name)).toEqual([name]);
    expect(gateway.plugins[0]?.place('config').line).toBe(text.startsWith('name') ? 2 : 1);
  });

  it('a configuration that several plugins may have stays unnamed', () => {
    const { gateway } = open('config: {hide_credentials: true}\n');
    expect(isUnknown(gateway.plugins[0]?.name)).toBe(true);
    expect(gateway.smells.map(({ code }) => code)).toEqual(['config-plugin-unnamed']);
  });

  it('patches change nothing, and are kept', () => {
    const { gateway } = open('patches:\n- selectors: [$..a]\n  values: {a: 1}\n');
    expect(gateway.unmodelled).toMatchObject([{ what: 'patches', place: { line: 2 } }]);
    expect(gateway.smells.map(({ code }) => code)).toEqual(['config-is-patch']);
  });

  it('GET /config is judged as the file that it holds', () => {
    const text = JSON.stringify({ config: `${HEAD}services:\n- {name: a}\n` });
    const { gateway } = open({ name: 'config.json', text });
    expect(gateway.refusals.map(({ place }) => `${place?.file}:${place?.line}`)).toEqual(['config.json#config:3']);
  });
});

const listing = (name: string, data: readonly object[], next: string | null = null): ConfigFile => ({
  name,
  text: JSON.stringify({ data, next }, null, 1),
});
const [SERVICE, ROUTE, CONSUMER] = ['a', 'b', 'c'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);

describe('listings of the Admin API', () => {
  const files = [
    listing('http://localhost:8001/services?size=1000', [
      { id: SERVICE, name: 's', host: 'h', port: 80, protocol: 'http' },
    ]),
    listing('http://localhost:8001/routes', [
      { id: ROUTE, name: 'r', paths: ['/a'], protocols: ['http'], service: { id: SERVICE }, created_at: 7 },
    ]),
    listing('http://localhost:8001/consumers', [{ id: CONSUMER, username: 'alice' }]),
    listing('http://localhost:8001/consumers/alice/jwt', [
      { id: SERVICE, consumer: { id: CONSUMER }, key: 'k', algorithm: 'HS256', secret: 'abc' },
    ]),
    listing('http://localhost:8001/plugins', [
      { id: ROUTE, name: 'jwt', route: { id: ROUTE }, service: null, consumer: null, config: {}, enabled: true },
    ]),
  ];

  it('become one model', () => {
    const { gateway } = open(...files);
    const { services, routes, plugins, jwtSecrets, consumers, refusals, smells } = gateway;
    expect([refusals, smells]).toEqual([[], []]);
    expect(routes[0]).toMatchObject({ id: ROUTE, createdAt: 7 });
    expect([routes[0]?.service, plugins[0]?.route, jwtSecrets[0]?.consumer]).toEqual([
      services[0],
      routes[0],
      consumers[0],
    ]);
    expect(routes[0]?.place('paths')).toMatchObject({ file: 'http://localhost:8001/routes', line: 6 });
  });

  it.each<[string, readonly ConfigFile[], readonly string[]]>([
    ['a page that is not the last', [listing('routes.json', [], '/routes?offset=x')], ['config-partial-view']],
    ['a listing that is missing', files.slice(1, 2), ['config-partial-view']],
    [
      'a field of another version',
      [listing('services.json', [{ id: SERVICE, host: 'h', tls_sans: null }])],
      ['config-other-version'],
    ],
    [
      'a name in two workspaces',
      [
        listing('consumers.json', [
          { id: SERVICE, username: 'a' },
          { id: ROUTE, username: 'a' },
        ]),
      ],
      [],
    ],
  ])('%s', (_, given, wanted) => {
    const { gateway } = open(...given);
    expect(gateway.smells.map(({ code }) => code)).toEqual(wanted);
    expect(gateway.refusals).toEqual([]);
  });

  it.each<[string, object, keyof ReturnType<typeof open>['gateway']]>([
    ['routes', { id: ROUTE, strip_path: true }, 'routes'],
    ['jwt credentials', { id: ROUTE, algorithm: 'HS256', key: 'k', consumer: null }, 'jwtSecrets'],
    ['keys', { id: ROUTE, key: 'k', consumer: null }, 'keyAuthCredentials'],
  ])('%s are known by their fields where the name says nothing', (_, item, list) => {
    expect(open(listing('page.json', [item])).gateway[list]).toHaveLength(1);
  });

  it('hide the keys of consumers', () => {
    const { frame } = open(listing('key-auths.json', [{ id: ROUTE, key: 'canary-of-a-key', consumer: null }]));
    const shown = JSON.stringify(frame({ file: 'key-auths.json', line: 5 }, 10));
    expect(shown).toContain('<secret, 15 characters>');
    expect(shown).not.toContain('canary');
  });
});

describe('settings', () => {
  it('of kong.conf, of the environment and of a node, the later ones first', () => {
    const conf = { name: 'kong.conf', text: 'trusted_ips = 10.0.0.0/8 # lb\npg_password = x\nheaders = off\n' };
    const env = { name: '.env', text: "KONG_HEADERS='server_tokens'\nKONG_PG_PASSWORD=canary\n" };
    const node = JSON.stringify({
      version: '3.9.1',
      configuration: { router_flavor: 'expressions', port_maps: ['80:8000'] },
      plugins: {},
    });
    const { gateway, frame } = open(conf, env, { name: 'node.json', text: node });
    expect([...gateway.settings].map(([name, { value, place }]) => [name, value, place.file])).toEqual([
      ['trusted_ips', '10.0.0.0/8', 'kong.conf'],
      ['headers', 'server_tokens', '.env'],
      ['router_flavor', 'expressions', 'node.json'],
      ['port_maps', '80:8000', 'node.json'],
    ]);
    expect(JSON.stringify(frame({ file: '.env', line: 1 }, 5))).not.toContain('canary');
  });
});
