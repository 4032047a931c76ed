import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { type LoadOptions, loadGateway } from '../index.ts';

const crypto = createCrypto();

/** `path: message` of every refusal; `yaml` without its first line. */
function refused(yaml: string, options: Partial<LoadOptions> = {}, format = '3.0'): string[] {
  const defaults = { version: '3.9', flavor: 'traditional_compatible', as: 'db-less' } as const;
  const text = `_format_version: "${format}"\n${yaml}`;
  const loaded = loadGateway([{ name: 'k.yaml', text }], { ...defaults, ...options }, { crypto });
  if (!loaded.ok) return loaded.problems.map(({ code }) => code);
  return loaded.gateway.refusals.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const SERVICE = 'services:\n- name: s\n  host: a.test\n';
const route = (fields: string): string => `${SERVICE}  routes:\n  - ${fields.replaceAll('\n', '\n    ')}\n`;
const plugin = (fields: string): string => `plugins:\n- ${fields.replaceAll('\n', '\n  ')}\n`;
const jwt = (config: string): string => plugin(`name: jwt\nconfig: {${config}}`);
const at = (field: string, message: string): string => `services.0.routes.0.${field}: ${message}`;
const inside = (path: string, message: string): string => `plugins.0.${path}: ${message}`;

describe('values', () => {
  it.each<[string, string, readonly string[]]>([
    ['empty records as []', 'services: {}\nplugins: []\n', []],
    ['explicit nulls at the top', 'services: null\nroutes: ~\n', []],
    ['a list for a record', plugin('name: jwt\nconfig: [1]'), [inside('config.0', 'unknown field')]],
    ['an empty list for a record', plugin('name: jwt\nconfig: []'), []],
    ['null for a record', plugin('name: jwt\nconfig: null'), [inside('config', 'required field missing')]],
    ['a record for a list', jwt('header_names: {a: 1}'), [inside('config.header_names', 'expected a set')]],
    ['null in a list', jwt('header_names: [null, a]'), [inside('config.header_names.0', 'required field missing')]],
    [
      'the same element twice counts once',
      jwt('header_names: [a, a, ""]'),
      [inside('config.header_names.1', 'length must be at least 1')],
    ],
    ['a fraction for an integer', `${SERVICE}  retries: 1.5\n`, ['services.0.retries: expected an integer']],
    ['a whole number with a point', `${SERVICE}  retries: 2.0\n`, []],
    ['infinity', `${SERVICE}  retries: .inf\n`, ['services.0.retries: expected an integer']],
    [
      'created_at',
      `${SERVICE}  created_at: 0\n  updated_at: x\n`,
      ['services.0.created_at: expected a valid timestamp'],
    ],
    [
      'an unknown name like those of every object',
      `${SERVICE}  constructor: 1\n  toString: 2\n`,
      ['services.0.constructor: unknown field', 'services.0.toString: unknown field'],
    ],
    ['_comment and _ignore', `_comment: x\n_ignore: [1, {a: b}]\n${SERVICE}  _comment: y\n  _ignore: []\n`, []],
    ['no plugin name', plugin('config: {}'), [inside('name', 'required field missing')]],
    ['a number for a plugin name', plugin('name: 12'), [': An unexpected error occurred']],
    ['a key that is a number in a map', route('paths: [/a]\nheaders: {12: [a]}'), [at('headers', 'expected a string')]],
  ])('%s', (_, yaml, wanted) => {
    expect(refused(yaml)).toEqual(wanted);
  });
});

describe('jwt', () => {
  it.each<[string, readonly string[]]>([
    ['maximum_expiration: 60', []],
    ['maximum_expiration: 60, claims_to_verify: [exp, nbf]', []],
    ['maximum_expiration: 0, claims_to_verify: [nbf]', []],
    ['maximum_expiration: 60, claims_to_verify: null', []],
    [
      'maximum_expiration: 0.5, claims_to_verify: []',
      [
        inside('config.claims_to_verify', 'expected to contain: exp'),
        inside('@entity.0', "failed conditional validation given value of field 'config.maximum_expiration'"),
      ],
    ],
    ['maximum_expiration: -1', [inside('config.maximum_expiration', 'value should be between 0 and 31536000')]],
    ['maximum_expiration: x', [inside('config.maximum_expiration', 'expected a number')]],
    ['run_on_preflight: null', [inside('config.run_on_preflight', 'required field missing')]],
    ['key_claim_name: null, uri_param_names: null', []],
    ['key_claim_name: 12', [inside('config.key_claim_name', 'expected a string')]],
    ['anonymous: "{vault://env/x}"', []],
  ])('{%s}', (config, wanted) => {
    expect(refused(jwt(config))).toEqual(wanted);
  });
});

describe('routes', () => {
  it.each<[string, string, readonly string[]]>([
    ['hosts', 'hosts: ["*.a.test", "a.test:80", "b.*", "*.x:80"]', []],
    [
      'hosts that are none',
      'hosts: [a b, "a:99999", "-a-", "x.*:80"]',
      [
        at('hosts.0', 'invalid hostname: a b'),
        at('hosts.1', 'invalid port number'),
        at('hosts.2', 'invalid hostname: -a-'),
        at('hosts.3', 'invalid wildcard: must be placed at leftmost or rightmost label'),
      ],
    ],
    ['IPv6 hosts', 'hosts: ["[::1]:80", "::1", "1:2:3"]', [at('hosts.2', 'invalid ipv6 address: 1:2:3')]],
    [
      'paths',
      'paths: [/, /a%20b, "~/x(\\\\d+)$"]',
      [at('paths.1', "non-normalized path, consider use '/a b' instead")],
    ],
    [
      'dots',
      'paths: [/a/../b, /a//b, a]',
      [
        at('paths.0', "non-normalized path, consider use '/b' instead"),
        at('paths.1', 'must not have empty segments'),
        at('paths.2', 'should start with: / (fixed path) or ~/ (regex path)'),
      ],
    ],
    [
      'kept escapes',
      'paths: [/a%2Fb, /%7Ea, /%2fb]',
      [
        at('paths.1', "non-normalized path, consider use '/~a' instead"),
        at('paths.2', "non-normalized path, consider use '/%2Fb' instead"),
      ],
    ],
    [
      'snis',
      'snis: ["*.a.test", 1.2.3.4, "a.test:80"]\nprotocols: [https]',
      [at('snis.1', 'must not be an IP'), at('snis.2', 'must not have a port')],
    ],
    [
      'a star inside an sni',
      'snis: [a*b]\nprotocols: [https]',
      [at('snis.0', 'wildcard must be leftmost or rightmost character')],
    ],
    [
      'stream',
      'protocols: [tcp]\npaths: [/a]',
      [
        at('paths', "cannot set 'paths' when 'protocols' is 'tcp', 'tls', 'tls_passthrough' or 'udp'"),
        at('@entity.0', "must set one of 'sources', 'destinations', 'snis' when 'protocols' is 'tcp', 'tls' or 'udp'"),
      ],
    ],
    [
      'sources',
      'protocols: [tcp]\nsources: [{ip: 10.0.0.0/8}, {port: 80}, {}]',
      [at('sources.2.@entity.0', "at least one of these fields must be non-empty: 'ip', 'port'")],
    ],
    [
      'grpc',
      'protocols: [grpc]\npaths: [/a]\nstrip_path: true\nmethods: [GET]',
      [
        at('strip_path', "cannot set 'strip_path' when 'protocols' is 'grpc' or 'grpcs'"),
        at('methods', "cannot set 'methods' when 'protocols' is 'grpc' or 'grpcs'"),
      ],
    ],
    ['no protocol', 'protocols: []\npaths: [/a]', [at('protocols', 'unknown type: nil')]],
    [
      'http only without anything',
      'protocols: [http]',
      [at('@entity.0', "must set one of 'methods', 'hosts', 'headers', 'paths' when 'protocols' is 'http'")],
    ],
    [
      'headers',
      'headers: {x-a: [b], "x b": [c]}\npaths: [/a]',
      [at('headers', "bad header name 'x b', allowed characters are A-Z, a-z, 0-9, '_', and '-'")],
    ],
    ['its own service for a nested route', 'paths: [/a]\nservice: s', []],
    ['another service for a nested route', 'paths: [/a]\nservice: x', [at('service', 'value must be null')]],
  ])('%s', (_, fields, wanted) => {
    expect(refused(route(fields)).sort()).toEqual([...wanted].sort());
  });

  it.each<[string, Partial<LoadOptions>, readonly string[]]>([
    ['expression: http.path == "/a"\npriority: 3', {}, []],
    [
      'expression: http.path == "/a"\npaths: [/a]',
      {},
      [
        at(
          '@entity.0',
          "Router Expression failed validation: cannot set 'expression' with 'methods', 'hosts', 'paths', 'headers', 'snis', 'sources' or 'destinations' simultaneously",
        ),
      ],
    ],
    [
      'expression: http.path == "/a"\nregex_priority: 1',
      {},
      [
        at(
          '@entity.0',
          "Router Expression failed validation: cannot set 'regex_priority' with 'expression' simultaneously",
        ),
      ],
    ],
    [
      'paths: [/a]\npriority: 1',
      {},
      [
        at(
          '@entity.0',
          "Router Expression failed validation: cannot set 'priority' with 'methods', 'hosts', 'paths', 'headers', 'snis', 'sources' or 'destinations' simultaneously",
        ),
      ],
    ],
    [
      'expression: http.path == "/a"\npriority: -1',
      {},
      [at('priority', 'value should be between 0 and 70368744177663')],
    ],
    [
      'name: r',
      {},
      [
        at(
          '@entity.0',
          "must set one of 'methods', 'hosts', 'headers', 'paths', 'snis', 'expression' when 'protocols' is 'https'",
        ),
      ],
    ],
    ['paths: [/a]', { version: '3.4' }, [at('paths', 'unknown field'), at('expression', 'required field missing')]],
    [
      'expression: http.path == "/a"',
      { flavor: 'traditional' },
      [
        at('expression', 'unknown field'),
        at('@entity.0', "must set one of 'methods', 'hosts', 'headers', 'paths', 'snis' when 'protocols' is 'https'"),
      ],
    ],
  ])('expressions: %s %j', (fields, options, wanted) => {
    expect(refused(route(fields), { flavor: 'expressions', ...options }).sort()).toEqual([...wanted].sort());
  });
});

describe('services', () => {
  const service = (fields: string): string => `services:\n- name: s\n  ${fields.replaceAll('\n', '\n  ')}\n`;
  it.each<[string, readonly string[]]>([
    ['url: https://a.test/x?y#z', []],
    ['url: http://a.test:8080\nhost: "b b"\nport: 99999999\npath: x', []],
    ['url: 127.0.0.1', ['services.0.path: should start with: /', 'services.0.host: required field missing']],
    [
      'url: ftp://a.test',
      ['services.0.protocol: expected one of: grpc, grpcs, http, https, tcp, tls, tls_passthrough, udp'],
    ],
    ['url: 12', [': An unexpected error occurred']],
    ['url: http://a.test:x/', ['services.0.port: expected an integer']],
    [
      'url: grpc://a.test/x',
      [
        'services.0.path: value must be null',
        "services.0.@entity.0: failed conditional validation given value of field 'protocol'",
      ],
    ],
    [
      'host: a.test\nprotocol: https\ntls_verify: true\ntls_verify_depth: 65',
      ['services.0.tls_verify_depth: value should be between 0 and 64'],
    ],
    ['host: "a.test:80"', ['services.0.host: must not have a port']],
    ['host: "a b"', ['services.0.host: invalid value: a b']],
    ['host: "::1"', []],
    ['host: 1.2.3.400', ['services.0.host: invalid value: 1.2.3.400']],
    ['host: a.test\npath: /a//b', ['services.0.path: must not have empty segments']],
    ['host: a.test\npath: /%zz', ["services.0.path: invalid url-encoded value: '%zz'"]],
    ['host: a.test\nconnect_timeout: 0', ['services.0.connect_timeout: value should be between 1 and 2147483646']],
    [
      'host: a.test\nca_certificates: [x]',
      [
        'services.0.ca_certificates: value must be null',
        "services.0.@entity.0: failed conditional validation given value of field 'protocol'",
      ],
    ],
    ['host: a.test\nname: é~_.-9', []],
  ])('%s', (fields, wanted) => {
    expect(refused(service(fields)).sort()).toEqual([...wanted].sort());
  });
});

describe('between entities', () => {
  const ID = '550e8400-e29b-41d4-a716-446655440000';
  it.each<[string, string, readonly string[]]>([
    [
      'a reference by name, by id and by derived id',
      `${SERVICE}  id: ${ID}\nroutes:\n- {name: a, service: s, paths: [/a]}\n- {name: b, service: ${ID}, paths: [/b]}\n`,
      [],
    ],
    [
      'a reference as a table, with nothing else wrong',
      `${SERVICE}  id: ${ID}\nroutes:\n- {name: a, service: {id: ${ID}}, paths: [/a]}\n`,
      [],
    ],
    [
      'a reference as a table without id',
      `${SERVICE}routes:\n- {name: a, service: {name: s}, paths: [/a]}\n`,
      ['routes.0.service.id: missing primary key'],
    ],
    [
      'an unnamed route that leads nowhere',
      'routes:\n- {service: x, paths: [/a]}\n',
      [': An unexpected error occurred'],
    ],
    [
      'two dangling references',
      'plugins:\n- {name: jwt, instance_name: a, service: x, route: y}\n',
      [
        "plugins.a.0: invalid reference 'route: y' (no such entry in 'routes')",
        "plugins.a.1: invalid reference 'service: x' (no such entry in 'services')",
      ],
    ],
    [
      'a dangling reference beside another fault',
      'routes:\n- {name: a, service: x, paths: [b]}\n',
      [
        'routes.0.service.id: missing primary key',
        'routes.0.paths.0: should start with: / (fixed path) or ~/ (regex path)',
      ],
    ],
    [
      'two keys, one nested',
      'consumers:\n- username: a\n  jwt_secrets: [{key: x}]\njwt_secrets:\n- {consumer: a, key: x}\n',
      ["jwt_secrets.0: uniqueness violation: 'jwt_secrets' entity with key set to 'x' already declared"],
    ],
    [
      'two custom ids',
      'consumers:\n- {username: a, custom_id: x}\n- {username: b, custom_id: x}\n',
      ["consumers.b: uniqueness violation: 'consumers' entity with custom_id set to 'x' already declared"],
    ],
    [
      'two plugins of one kind with ids of their own',
      `${SERVICE}plugins:\n- {name: jwt, id: ${ID}}\n- {name: jwt}\n`,
      [],
    ],
    [
      'an id twice, nested',
      `services:\n- {name: s, host: a.test, routes: [{name: a, id: ${ID}, paths: [/a]}]}\n- {name: t, host: a.test, routes: [{name: b, id: ${ID}, paths: [/b]}]}\n`,
      [`services.1.routes.0: uniqueness violation: 'routes' entity with primary key set to '${ID}' already declared`],
    ],
    [
      'an id that is none, and its children',
      `services:\n- {name: s, id: x, host: a.test, routes: [{name: a, paths: [/a]}]}\n`,
      ['services.0.id: expected a valid UUID', 'services.0.routes.0.service.id: expected a valid UUID'],
    ],
    [
      'a name that is no text, and its children',
      `services:\n- {name: 12, host: a.test, routes: [{name: a, paths: [/a]}]}\n`,
      ['services.0.name: expected a string', 'services.0.routes.0.service.id: missing primary key'],
    ],
    [
      'jwt for a consumer',
      'consumers:\n- username: a\nplugins:\n- {name: jwt, consumer: a}\n',
      [inside('consumer', 'value must be null')],
    ],
    ['jwt inside a consumer: nobody looks', 'consumers:\n- username: a\n  plugins: [{name: jwt}]\n', []],
  ])('%s', (_, yaml, wanted) => {
    expect(refused(yaml).sort()).toEqual([...wanted].sort());
  });
});

describe('versions', () => {
  const TWICE = 'consumers:\n- username: a\n- {username: a, custom_id: b}\n';
  it.each<[string, string, Partial<LoadOptions>, string, readonly string[]]>([
    ['format 3.0', '', { version: '2.8' }, '3.0', ['_format_version: expected one of: 1.1, 2.1']],
    [
      'instance_name',
      plugin('name: jwt\ninstance_name: a'),
      { version: '3.1' },
      '3.0',
      [inside('instance_name', 'unknown field')],
    ],
    ['realm of jwt', jwt('realm: a'), { version: '3.7' }, '3.0', [inside('config.realm', 'unknown field')]],
    ['realm of jwt', jwt('realm: a'), { version: '3.8' }, '3.0', []],
    ['duplicates', TWICE, { version: '3.3' }, '3.0', []],
    [
      'duplicates',
      TWICE,
      { version: '3.4' },
      '3.0',
      ["consumers.1: uniqueness violation: 'consumers' entity with username set to 'a' already declared"],
    ],
    [
      'tilde',
      route('paths: [~/a]'),
      { version: '2.8', flavor: 'traditional' },
      '2.1',
      [at('paths.0', 'should start with: /')],
    ],
    [
      'migration',
      route('paths: ["/a(b", ~/x$]'),
      {},
      '2.1',
      [
        at(
          'paths.0',
          'invalid regex: \'/a(b\' (PCRE returned: pcre2_compile() failed: missing closing parenthesis in "/a(b")',
        ),
        at('paths.1', 'should start with: / (fixed path) or ~/ (regex path)'),
      ],
    ],
    [
      'algorithms',
      'consumers:\n- username: a\n  jwt_secrets: [{key: x, algorithm: PS256}]\n',
      { version: '3.6' },
      '3.0',
      ['consumers.0.jwt_secrets.0.algorithm: expected one of: HS256, HS384, HS512, RS256, RS384, RS512, ES256, ES384'],
    ],
    [
      'tags',
      `${SERVICE}  tags: [a b]\n`,
      { version: '2.8' },
      '2.1',
      ["services.0.tags.0: invalid tag 'a b': expected printable ascii (except `,` and `/`) or valid utf-8 sequences"],
    ],
    ['whitelist', plugin('name: acl\nconfig: {whitelist: [a]}'), { version: '2.8' }, '2.1', []],
    ['fields of closed releases', `${SERVICE}  tls_sans: {}\n`, { version: '3.14' }, '3.0', []],
    ['plugins of closed releases', plugin('name: openid-connect'), { version: '3.10' }, '3.0', []],
    [
      'plugins of closed releases',
      plugin('name: openid-connect'),
      { version: 'HEAD' },
      '3.0',
      [inside('name', "plugin 'openid-connect' not enabled; add it to the 'plugins' configuration property")],
    ],
  ])('%s: %j in %j', (_, yaml, options, format, wanted) => {
    expect(refused(yaml, options, format)).toEqual(wanted);
  });
});

describe('other plugins', () => {
  const other = (name: string, config: string): string => plugin(`name: ${name}\nconfig: {${config}}`);
  it.each<[string, string, readonly string[]]>([
    [
      'acl',
      'allow: [a], deny: [b]',
      [inside('@entity.0', "exactly one of these fields must be non-empty: 'config.allow', 'config.deny'")],
    ],
    [
      'key-auth',
      'key_names: [a b]',
      [inside('config.key_names.0', "bad header name 'a b', allowed characters are A-Z, a-z, 0-9, '_', and '-'")],
    ],
    [
      'rate-limiting',
      'minute: 10, hour: 5',
      [inside('config', 'The limit for hour(5.0) cannot be lower than the limit for minute(10.0)')],
    ],
    [
      'rate-limiting',
      'minute: 1, limit_by: header',
      [
        inside('config.header_name', 'required field missing'),
        inside('@entity.0', "failed conditional validation given value of field 'config.limit_by'"),
      ],
    ],
    ['rate-limiting', 'minute: 1, policy: redis, redis_host: a.test', []],
    ['rate-limiting', 'minute: 1, policy: cluster', [inside('config.policy', 'expected one of: local, redis')]],
    ['request-termination', 'content_type: a', [inside('config', 'content_type requires a body')]],
    [
      'ip-restriction',
      'allow: [10.0.0.0/33, "::1", "fe80::/10", 1.2.3.04]',
      [
        inside('config.allow.0', "invalid ip or cidr range: '10.0.0.0/33'"),
        inside('config.allow.3', "invalid ip or cidr range: '1.2.3.04'"),
      ],
    ],
    [
      'hmac-auth',
      'algorithms: [md5]',
      [inside('config.algorithms.0', 'expected one of: hmac-sha1, hmac-sha256, hmac-sha384, hmac-sha512')],
    ],
    ['cors', 'whatever: 1', ['plugins.0.config.whatever: unknown field']],
    ['zipkin', 'whatever: 1', ['plugins.0.config.whatever: unknown field']],
  ])('%s {%s}', (name, config, wanted) => {
    expect(refused(other(name, config))).toEqual(wanted);
  });
});
