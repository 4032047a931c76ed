import { readFileSync } from 'node:fs';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { isUnknown, type LoadOptions, loadGateway, MADE_UP, showUnknown, unknownNames } from './index.ts';

const crypto = createCrypto();
const OPTIONS: LoadOptions = { version: '3.9', flavor: 'traditional_compatible' };

function open(text: string | readonly string[], more: Partial<LoadOptions> = {}) {
  const texts = typeof text === 'string' ? [text] : text;
  const files = texts.map((one, i) => ({ name: `${i}.yaml`, text: one }));
  const loaded = loadGateway(files, { ...OPTIONS, ...more }, { crypto });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return loaded.gateway;
}

const HEAD = '_format_version: "3.0"\n';
const PLAIN = `${HEAD}services:
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

describe('a DB-less file', () => {
  it('becomes the model', () => {
    const { plugins, jwtSecrets, routes, services, consumers } = open(PLAIN);
    expect(services[0]).toMatchObject({
      protocol: 'http',
      host: '127.0.0.1',
      port: 9100,
      path: '/orders',
      enabled: true,
    });
    expect(routes[0]).toMatchObject({ protocols: ['http', 'https'], stripPath: true, pathHandling: 'v0', hosts: null });
    expect(routes[0]?.service).toBe(services[0]);
    expect(plugins[0]?.route).toBe(routes[0]);
    expect(plugins[0]).toMatchObject({
      service: null,
      consumer: null,
      enabled: true,
      protocols: ['grpc', 'grpcs', 'http', 'https'],
    });
    expect(plugins[0]?.config).toEqual({
      key_claim_name: 'kid',
      header_names: ['authorization'],
      uri_param_names: ['jwt'],
      cookie_names: [],
      secret_is_base64: false,
      claims_to_verify: null,
      anonymous: null,
      run_on_preflight: true,
      maximum_expiration: 0,
      realm: null,
    });
    expect(jwtSecrets[0]?.consumer).toBe(consumers[0]);
    expect(jwtSecrets[0]).toMatchObject({ algorithm: 'HS256', secret: 's3cret', rsaPublicKey: null });
  });

  it('knows the place of every field', () => {
    const { plugins, jwtSecrets } = open(PLAIN);
    expect(plugins[0]?.place('config.key_claim_name')).toMatchObject({ file: '0.yaml', line: 11, column: 25 });
    expect(plugins[0]?.place('config.realm').from).toBeUndefined();
    expect(jwtSecrets[0]?.place()).toMatchObject({ line: 15, column: 5 });
  });

  it('keeps texts as bytes', () => {
    const { consumers } = open(`${HEAD}consumers:\n- username: Zoë😀\n`);
    expect(consumers[0]?.username).toBe('Zo\u00c3\u00ab\u00f0\u009f\u0098\u0080');
  });

  it('reads JSON like YAML', () => {
    const json = JSON.stringify(
      { _format_version: '3.0', consumers: [{ username: 'a', jwt_secrets: [{ key: 'k' }] }] },
      null,
      1,
    );
    const { jwtSecrets } = open(json);
    expect(jwtSecrets[0]?.consumer?.username).toBe('a');
    expect(jwtSecrets[0]?.place('key')).toMatchObject({ line: 8, column: 13 });
  });

  it('says what Kong makes up', () => {
    const { jwtSecrets, routes } = open(
      `${HEAD}routes:\n- paths: [/a]\nconsumers:\n- username: a\n  jwt_secrets:\n  - {}\n  - {key: k, secret: null}\n`,
    );
    expect(jwtSecrets.map(({ key, secret }) => [key, secret])).toEqual([
      [MADE_UP, MADE_UP],
      ['k', null],
    ]);
    expect(isUnknown(routes[0]?.id)).toBe(true);
  });

  it('keeps an explicit null where Kong does', () => {
    const { plugins, jwtSecrets } = open(
      `${HEAD}plugins:\n- name: jwt\n  config: {uri_param_names: null, key_claim_name: null}\nconsumers:\n- username: a\n  jwt_secrets:\n  - {key: k, algorithm: null, rsa_public_key: x}\n`,
    );
    expect(plugins[0]?.config).toMatchObject({ uri_param_names: null, key_claim_name: null });
    expect(jwtSecrets[0]?.algorithm).toBeNull();
  });

  it('lists what it does not model, and keeps it', () => {
    const { unmodelled, plugins } = open(
      `${HEAD}plugins:\n- name: exit-transformer\n  config: {handle_unknown: true}\nconsumers:\n- username: a\n  oauth2_credentials:\n  - name: g\nvaults:\n- prefix: v\n`,
    );
    expect(unmodelled.map(({ what, place }) => `${what} ${place.line}`)).toEqual([
      'entity:oauth2_credentials 8',
      'plugin:exit-transformer 3',
      'entity:vaults 10',
    ]);
    expect(unmodelled[0]?.raw).toEqual({ name: 'g' });
    expect(plugins[0]).toMatchObject({
      config: undefined,
      raw: { name: 'exit-transformer', config: { handle_unknown: true } },
    });
  });

  it('takes defaults of the version', () => {
    const text = `${HEAD}routes:\n- {name: a, paths: [/a]}\n`;
    expect(open(text, { version: '3.13' }).routes[0]?.protocols).toEqual(['http', 'https']);
    expect(open(text, { version: '3.14' }).routes[0]?.protocols).toEqual(['https']);
  });

  it('lets the last of two entities stand before 3.4', () => {
    const text = '_format_version: "2.1"\nconsumers:\n- {username: a, custom_id: x}\n- {username: a, custom_id: y}\n';
    expect(open(text, { version: '2.8' }).consumers.map(({ customId }) => customId)).toEqual(['y']);
  });

  it('migrates paths of older formats, for Kong 3', () => {
    const text = '_format_version: "2.1"\nroutes:\n- {name: a, paths: ["/a%2Eb", "/c+d", "/e\\\\d", "/x%2fy z"]}\n';
    expect(open(text).routes[0]?.paths).toEqual(['/a.b', '~/c+d', '~/e\\d', '~/x%2Fy z']);
    expect(open(text, { version: '2.8' }).routes[0]?.paths?.[0]).toBe('/a%2Eb');
  });
});

describe('ids that Kong derives', () => {
  /** Seen in `X-Consumer-ID` of a real gateway, and in its complaint about two jwt plugins in one scope. */
  it('are those of a real gateway', () => {
    const { consumers } = open(`${HEAD}consumers:\n- username: alice\n`);
    expect(consumers[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const twice = open(`${HEAD}plugins:\n- name: jwt\n- name: jwt\n`);
    expect(twice.refusals[0]?.message).toContain(twice.plugins[0]?.id ?? 'nothing');
  });

  it('are written ones where there are any', () => {
    const id = '550E8400-e29b-41d4-a716-446655440000';
    expect(open(`${HEAD}consumers:\n- {username: a, id: ${id}}\n`).consumers[0]?.id).toBe(id);
  });

  it('are the same in every recorded configuration', () => {
    const rows = readFileSync(
      new URL('../../../../test/conformance/vectors/jwt-dev-01.ndjson', import.meta.url),
      'utf8',
    );
    const seen = new Map<string, Map<string, string>>();
    for (const line of rows.trimEnd().split('\n')) {
      const { config, observed } = JSON.parse(line) as {
        config: string;
        observed: { upstream: { headers: [string, string][] } | null };
      };
      const headers = new Map(observed.upstream?.headers ?? []);
      const [name, id] = [headers.get('x-consumer-username'), headers.get('x-consumer-id')];
      if (name !== undefined && id !== undefined) seen.set(config, (seen.get(config) ?? new Map()).set(name, id));
    }
    let compared = 0;
    for (const [config, ids] of seen) {
      const text = readFileSync(new URL(`../../../../test/conformance/vectors/${config}`, import.meta.url), 'utf8');
      for (const consumer of open(text).consumers) {
        const id = ids.get(consumer.username ?? '');
        if (id === undefined) continue;
        compared++;
        expect(consumer.id).toBe(id);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});

const DECK = `_format_version: "3.0"
_info:
  select_tags: [team-a]
  defaults:
    route:
      strip_path: false
    service:
      port: 8080
_plugin_configs:
  shared:
    key_claim_name: kid
    claims_to_verify: [exp]
services:
- name: s
  url: https://a.test/x
  port: 1234
routes:
- name: r
  service: {name: s}
  paths: ["/a+b"]
plugins:
- name: jwt
  _config: shared
  config: {key_claim_name: sub}
  route: r
- name: openid-connect
  service: {name: s}
  config: {}
consumers:
- username: a
  groups: [{name: g}]
  jwt_secrets:
  - key: \${{ env "DECK_KEY" }}
    secret: "\${{ env "DECK_SECRET" }}"
    algorithm: HS256
consumer_groups:
- name: g
`;

describe('a decK file', () => {
  const gateway = open(DECK);

  it('is recognized and read with its additions', () => {
    expect(gateway.refusals).toEqual([]);
    expect(gateway.services[0]).toMatchObject({ protocol: 'https', port: 1234, path: '/x' });
    expect(gateway.routes[0]).toMatchObject({ stripPath: false, paths: ['/a+b'] });
    expect(gateway.routes[0]?.service?.name).toBe('s');
    expect(gateway.plugins[0]?.config).toMatchObject({ key_claim_name: 'sub', claims_to_verify: ['exp'] });
    expect(gateway.plugins[1]?.service?.name).toBe('s');
    expect(isUnknown(gateway.consumers[0]?.id)).toBe(true);
  });

  it.each<[string, object]>([
    ['config.claims_to_verify', { line: 12 }],
    ['config.claims_to_verify.0', { line: 12 }],
    ['config.key_claim_name', { line: 24, from: expect.any(Number) }],
    ['config.realm', { line: 24 }],
    ['name', { line: 22, from: expect.any(Number) }],
  ])('%s of a plugin stands where it was written', (field, wanted) => {
    const { column: _, file: __, ...at } = gateway.plugins[0]?.place(field) ?? { line: 0, column: 0, file: '' };
    expect(at).toEqual(wanted);
  });

  it('names what it cannot see', () => {
    expect(gateway.unmodelled.map(({ what, place }) => `${what} ${place.line}`)).toEqual([
      'env:DECK_KEY 33',
      'env:DECK_SECRET 34',
      'plugin:openid-connect 26',
    ]);
    expect(gateway.smells.map(({ code }) => code)).toEqual([
      'config-partial-view',
      'config-enterprise-only',
      'plugin-not-bundled',
    ]);
  });

  it('keeps templates as unknown values', () => {
    const { key = '', secret } = gateway.jwtSecrets[0] ?? {};
    expect(isUnknown(key) && unknownNames(key)).toEqual(['env:DECK_KEY']);
    expect(isUnknown(secret)).toBe(true);
    expect(showUnknown(key, (name) => `<${name}>`)).toBe('<env:DECK_KEY>');
  });

  it('is what Kong’s own loader refuses', () => {
    const refused = open(DECK.replaceAll(/"?\$\{\{.*\}\}"?/g, 'x'), { as: 'db-less' }).refusals;
    expect(refused.map(({ path }) => path.join('.'))).toContain('_info');
  });

  it.each([
    [
      'part of a text',
      'services:\n- {name: s, url: "http://${{ env "DECK_HOST" }}:80/x"}\n',
      'services',
      ['env:DECK_HOST'],
    ],
    [
      'a number',
      'services:\n- {name: s, host: a.test, port: ${{ env "DECK_PORT" | toInt }} }\n',
      'services',
      ['env:DECK_PORT'],
    ],
    [
      'a switch',
      'plugins:\n- name: jwt\n  config:\n    run_on_preflight: ${{ env "DECK_X" | toBool }}\n',
      'plugins',
      ['env:DECK_X'],
    ],
    ['a list', 'routes:\n- name: r\n  paths: ${{ env "DECK_PATHS" }}\n', 'routes', ['env:DECK_PATHS']],
    ['something else', 'consumers:\n- username: ${{ toUpper "x" }}\n', 'consumers', ['template:toUpper "x"']],
    ['a comment', '# ${{ env "DECK_X" }}\nconsumers:\n- username: a\n', 'consumers', []],
  ])('takes a template for %s', (_, text, kind, names) => {
    const { refusals, unmodelled, ...entities } = open(`${HEAD}${text}`);
    expect(refusals).toEqual([]);
    expect(unmodelled.map(({ what }) => what)).toEqual(names);
    expect(entities[kind as 'services'].length).toBe(1);
  });

  it('says which fields it had to fill in', () => {
    const [service] = open(
      `${HEAD}services:\n- {name: s, host: a.test, port: \${{ env "DECK_PORT" | toInt }} }\n`,
    ).services;
    expect(service).toMatchObject({ port: 80, unknownFields: ['port'] });
  });

  it('may refer to what stands elsewhere', () => {
    const text = `${HEAD}_info:\n  default_lookup_tags:\n    services: [x]\nroutes:\n- {name: r, service: {name: gone}, paths: [/a]}\n`;
    expect(open(text).refusals).toEqual([]);
    expect(open(text.replace('default_lookup_tags', 'other')).refusals.length).toBe(1);
  });
});

describe('several files', () => {
  it('are one configuration', () => {
    const { routes, refusals, jwtSecrets } = open([
      `${HEAD}services:\n- {name: s, host: a.test}\nconsumers:\n- username: a\n`,
      `${HEAD}routes:\n- {name: r, service: s, paths: [/a]}\njwt_secrets:\n- {consumer: a, key: k}\n`,
    ]);
    expect(refusals).toEqual([]);
    expect(routes[0]?.service?.name).toBe('s');
    expect(routes[0]?.place('paths.0')).toMatchObject({ file: '1.yaml', line: 3 });
    expect(jwtSecrets[0]?.consumer?.username).toBe('a');
  });

  it('must not declare one thing twice', () => {
    const twice = `${HEAD}consumers:\n- username: a\n`;
    expect(open([twice, twice]).refusals.map(({ place }) => place?.file)).toEqual(['1.yaml']);
  });
});

describe('plugins that Kong does not bring along', () => {
  const text = `${HEAD}plugins:\n- name: key_auth\n`;
  it('are named, and refused where the form is certain', () => {
    expect(open(text).smells.map(({ code }) => code)).toEqual(['plugin-not-bundled']);
    expect(open(text, { as: 'db-less' }).refusals.map(({ path }) => path)).toEqual([['plugins', 0, 'name']]);
  });
});

describe('fields that the open source lacks', () => {
  it.each<readonly [plugin: string, as: 'db-less' | undefined, refusals: number]>([
    ['zipkin', undefined, 0],
    ['zipkin', 'db-less', 1],
    // The same in every edition: what is unknown here is misspelt.
    ['jwt', undefined, 1],
  ])('of %s, form %s', (plugin, as, refusals) => {
    const text = `${HEAD}plugins:\n- name: ${plugin}\n  config:\n    whatever: 1\n`;
    expect(open(text, as === undefined ? {} : { as }).refusals).toHaveLength(refusals);
  });
});
