import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from '../load.ts';

const crypto = createCrypto();

type Version = '2.8' | '3.4' | '3.9' | '3.11';

function refused(version: Version, config: object): string[] {
  const text = JSON.stringify({ _format_version: version === '2.8' ? '2.1' : '3.0', ...config });
  const options = { version, flavor: 'traditional_compatible', as: 'db-less', keyLoads: () => false } as const;
  const loaded = loadGateway([{ name: 'kong.json', text }], options, { crypto });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.gateway.refusals.map(({ path, message }) => `${path.join('.')}: ${message}`).sort();
}

const CRASH = [': An unexpected error occurred'];
const at = (path: string, message: string): string => `plugins.0.${path}: ${message}`;

describe('the configuration of plugins', () => {
  it.each<readonly [Version, string, object | undefined, readonly string[]]>([
    ['3.9', 'session', { storage: 'redis' }, [at('config.storage', 'expected one of: cookie, kong')]],
    ['3.9', 'session', { cookie_lifetime: 5, cookie_renew: 1 }, []],
    ['3.9', 'session', { cookie_lifetime: 'long' }, CRASH],
    ['2.8', 'session', { cookie_lifetime: 'long' }, [at('config.cookie_lifetime', 'expected a number')]],
    ['2.8', 'session', { audience: 'a' }, [at('config.audience', 'unknown field')]],
    [
      '3.9',
      'oauth2',
      { mandatory_scope: true, enable_implicit_grant: true },
      [
        at('config.@entity.0', "failed conditional validation given value of field 'mandatory_scope'"),
        at('config.scopes', 'required field missing'),
      ],
    ],
    ['3.9', 'http-log', { http_endpoint: 'logs' }, [at('config.http_endpoint', 'missing host in url')]],
    [
      '3.9',
      'http-log',
      { http_endpoint: 'http://a', headers: { Host: 'x' } },
      [at('config.headers', "cannot contain 'Host' header")],
    ],
    [
      '3.9',
      'http-log',
      { http_endpoint: 'http://u:p@a', headers: { authorization: 'x' } },
      [at('config', "specifying both an 'Authorization' header and user info in 'http_endpoint' is not allowed")],
    ],
    [
      '3.4',
      'http-log',
      { http_endpoint: 'http://a', queue: { concurrency_limit: 1 } },
      [at('config.queue.concurrency_limit', 'unknown field')],
    ],
    [
      '3.9',
      'datadog',
      { queue: { initial_retry_delay: 0 } },
      [at('config.queue.initial_retry_delay', 'value should be between 0 and 1000000')],
    ],
    [
      '3.9',
      'statsd',
      { metrics: [{ name: 'latency', stat_type: 'gauge' }] },
      [
        at('config.metrics.0.@entity.0', "failed conditional validation given value of field 'stat_type'"),
        at('config.metrics.0.sample_rate', 'required field missing'),
      ],
    ],
    [
      '3.9',
      'zipkin',
      {
        static_tags: [
          { name: 'a', value: 'b' },
          { name: 'a', value: 'c' },
        ],
      },
      [at('config.static_tags', 'repeated tags are not allowed: a')],
    ],
    [
      '3.9',
      'opentelemetry',
      {},
      [at('config.@entity.0', "at least one of these fields must be non-empty: 'traces_endpoint', 'logs_endpoint'")],
    ],
    ['3.9', 'opentelemetry', { endpoint: 'http://otel' }, []],
    [
      '3.9',
      'aws-lambda',
      { aws_key: 'k' },
      [at('@entity.0', "all or none of these fields must be set: 'config.aws_key', 'config.aws_secret'")],
    ],
    ['3.9', 'aws-lambda', { aws_key: '{vault://env/k}' }, []],
    [
      '2.8',
      'aws-lambda',
      { aws_region: 'eu', host: 'h' },
      [at('@entity.0', "only one or none of these fields must be set: 'config.aws_region', 'config.host'")],
    ],
    [
      '2.8',
      'pre-function',
      { functions: ['return 1'], access: ['return 1'] },
      [at('@entity.0', "these sets are mutually exclusive: ('config.functions'), ('config.access')")],
    ],
    [
      '3.9',
      'proxy-cache',
      { strategy: 'memory', memory: { dictionary_name: 'mine' } },
      [at('@entity.0', "missing shared dict 'mine'")],
    ],
    [
      '3.9',
      'response-ratelimiting',
      { limits: { sms: { minute: 5, hour: 1 } } },
      [at('config.limits', 'the limit for hour(1.0) cannot be lower than the limit for minute(5.0)')],
    ],
    ['3.9', 'response-ratelimiting', { limits: { a: { minute: 5 } }, redis: 5 }, CRASH],
    ['3.9', 'rate-limiting', { minute: 5, redis_host: 'a', redis: { host: 'b' } }, CRASH],
    ['3.4', 'acme', { account_email: 'nobody' }, [at('config.account_email', 'invalid value: nobody')]],
    [
      '3.9',
      'ai-prompt-guard',
      { allow_patterns: ['a'.repeat(501)] },
      [at('config.allow_patterns.0', 'length must be at most 500')],
    ],
    [
      '3.9',
      'ai-proxy',
      { route_type: 'llm/v1/chat', model: { provider: 'llama2' } },
      [
        at('config.@entity.0', "must set 'model.options.llama2_format' for llama2 provider"),
        at('config.@entity.1', "must set 'model.options.upstream_url' for self-hosted providers/models"),
      ],
    ],
    ['3.9', 'cors', { origins: ['(a'] }, [at('config.origins.0', "'(a' is not a valid regex")]],
    [
      '3.9',
      'request-transformer',
      { add: { headers: ['a b:c'], body: ['x'] } },
      [at('config.add.body.0', "key 'x' has no value"), at('config.add.headers.0', "'a b' is not a valid header")],
    ],
    [
      '3.4',
      'redirect',
      { location: 'http://a' },
      [at('name', "plugin 'redirect' not enabled; add it to the 'plugins' configuration property")],
    ],
    ['3.11', 'key-auth', { identity_realms: [] }, []],
  ])('%s %s %j', (version, name, config, wanted) => {
    expect(refused(version, { plugins: [{ name, config }] })).toEqual(wanted);
  });
});

const upstream = (more: object): object => ({ upstreams: [{ name: 'u', ...more }] });

describe('entities', () => {
  it.each<readonly [Version, object, readonly string[]]>([
    ['3.9', upstream({ name: '10.0.0.1' }), ["upstreams.0.name: Invalid name ('10.0.0.1'); no ip addresses allowed"]],
    ['3.9', upstream({ name: 'a:80' }), ["upstreams.0.name: Invalid name ('a:80'); no port allowed"]],
    ['3.9', upstream({ algorithm: 'latency', hash_on: 'header' }), []],
    [
      '2.8',
      upstream({ algorithm: 'latency' }),
      ['upstreams.0.algorithm: expected one of: consistent-hashing, least-connections, round-robin'],
    ],
    [
      '3.9',
      upstream({ hash_on: 'header' }),
      [
        "upstreams.0.@entity.0: failed conditional validation given value of field 'hash_on'",
        'upstreams.0.hash_on_header: required field missing',
      ],
    ],
    [
      '3.9',
      upstream({ hash_on: 'header', hash_on_header: 'a', hash_fallback: 'header', hash_fallback_header: 'a' }),
      ["upstreams.0.@entity.0: values of these fields must be distinct: 'hash_on_header', 'hash_fallback_header'"],
    ],
    [
      '3.9',
      upstream({ healthchecks: { active: { healthy: { interval: -1 } } } }),
      ['upstreams.0.healthchecks.active.healthy.interval: value should be between 0 and 65535'],
    ],
    ['3.9', upstream({ healthchecks: null }), ['upstreams.0.healthchecks: required field missing']],
    ['3.9', upstream({ client_certificate: { name: 1 } }), ['upstreams.0.client_certificate.name: unknown field']],
    [
      '3.4',
      upstream({ hash_on_cookie: 'a.b' }),
      ["upstreams.0.hash_on_cookie: bad cookie name 'a.b', allowed characters are A-Z, a-z, 0-9, '_', and '-'"],
    ],
    [
      '3.9',
      upstream({ targets: [{ target: 'a b', weight: 70000 }] }),
      [
        "upstreams.0.targets.0.target: Invalid target ('a b'); not a valid hostname or ip address",
        'upstreams.0.targets.0.weight: value should be between 0 and 65535',
      ],
    ],
    [
      '3.9',
      {
        upstreams: [
          { name: 'a', targets: [{ target: 'x:80' }] },
          { name: 'b', targets: [{ target: 'x:80' }] },
        ],
      },
      [],
    ],
    ['3.9', { upstreams: ['u'] }, CRASH],
    [
      '3.9',
      {
        vaults: [
          { prefix: 'my-env', name: 'env', config: { prefix: '1' } },
          { prefix: 'x', name: 'aws' },
        ],
      },
      ['vaults.0.config.prefix: invalid value: 1', "vaults.1.name: vault 'aws' is not installed"],
    ],
    [
      '3.9',
      { keys: [{ kid: 'a', jwk: '{"kid":"b"}' }] },
      ['keys.0.@entity.0: kid in jwk.kid must be equal to keys.kid'],
    ],
    [
      '3.9',
      { certificates: [{ cert: 'x', key: 'y' }] },
      [
        'certificates.0.cert: invalid certificate: x509.new failed',
        'certificates.0.key: invalid key: pkey.new:load_key failed',
      ],
    ],
    ['3.9', { snis: [{ name: 'a.b' }] }, ['snis.0.certificate: required field missing']],
    [
      '3.9',
      { consumers: [{ username: 'c', oauth2_credentials: [{ name: 'x', redirect_uris: ['http://a#b', 'x'] }] }] },
      [
        "consumers.0.oauth2_credentials.0.redirect_uris.0: fragment not allowed in 'http://a#b'",
        "consumers.0.oauth2_credentials.0.redirect_uris.1: cannot parse 'x'",
      ],
    ],
    [
      '3.9',
      { services: [{ name: 's', host: 'h', filter_chains: [{ name: 'f', filters: [{ name: 'x' }] }] }] },
      [
        'services.0.filter_chains.0.@entity.0: wasm support is not enabled',
        'services.0.filter_chains.0.filters.0.name: no such filter',
      ],
    ],
    [
      '3.9',
      {
        parameters: [
          { key: 'a', value: 'b' },
          { key: 'a', value: 'c' },
        ],
      },
      ["parameters.1: uniqueness violation: 'parameters' entity with primary key set to 'a' already declared"],
    ],
    ['2.8', { keys: [] }, ['keys: unknown field']],
  ])('%s %j', (version, config, wanted) => {
    expect(refused(version, config)).toEqual(wanted);
  });
});
