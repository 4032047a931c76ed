import {
  array,
  boolean,
  type EntityCheck,
  type Field,
  foreign,
  integer,
  map,
  number,
  record,
  type Shorthand,
  text,
} from '../field.ts';
import { hostAndPort, hostWithOptionalPort } from '../formats/host.ts';
import { cookieName, httpToken } from '../formats/name.ts';
import { servicePath } from '../formats/path.ts';
import { headerNameField, id, milliseconds, type Setting, seconds, sniField, tags } from './common.ts';
import { added, has, since } from './dated.ts';
import type { EntitySchema } from './entity.ts';

/** Release since which the name of a cookie may hold more than letters and digits. */
const COOKIE_TOKENS = '3.6';

const path: Field = text({
  startsWith: '/',
  matchNone: [{ pattern: /\/\//, fault: 'must not have empty segments' }],
  test: servicePath,
});

function upstreamName(name: string): string | undefined {
  const host = hostAndPort(name);
  const fault =
    host === undefined
      ? 'must be a valid hostname'
      : host.kind !== 'name'
        ? 'no ip addresses allowed'
        : host.port
          ? 'no port allowed'
          : undefined;
  return fault === undefined ? undefined : `Invalid name ('${name}'); ${fault}`;
}

const seconds16 = (value: number): Field => number({ default: value, between: [0, 65535] });
const count = integer({ default: 0, between: [0, 255] });
const statuses = (codes: readonly number[]): Field => array(integer({ between: [100, 999] }), { default: codes });
const kind = text({ default: 'http', oneOf: ['tcp', 'http', 'https', 'grpc', 'grpcs'] });

const FAILURES = { tcp_failures: 0, timeouts: 0, http_failures: 0 };
const failures = { tcp_failures: count, timeouts: count, http_failures: count };

/** What stands for a part of the health checks that is not written. */
const DEFAULTS = {
  active: {
    type: 'http',
    timeout: 1,
    concurrency: 10,
    http_path: '/',
    https_verify_certificate: true,
    healthy: { interval: 0, http_statuses: [200, 302], successes: 0 },
    unhealthy: { interval: 0, http_statuses: [429, 404, 500, 501, 502, 503, 504, 505], ...FAILURES },
  },
  passive: {
    type: 'http',
    healthy: {
      http_statuses: [
        ...[200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
        ...[300, 301, 302, 303, 304, 305, 306, 307, 308],
      ],
      successes: 0,
    },
    unhealthy: { http_statuses: [429, 500, 503], ...FAILURES },
  },
};

const part = (fields: Readonly<Record<string, Field>>, value: object): Field => record({ fields }, { default: value });

const healthchecks = (setting: Setting): Field => {
  const { active, passive } = DEFAULTS;
  return part(
    {
      active: part(
        {
          type: kind,
          timeout: seconds16(1),
          concurrency: integer({ default: 10, between: [1, 2 ** 31] }),
          http_path: { ...path, default: '/' },
          https_sni: sniField,
          https_verify_certificate: boolean({ required: true, default: true }),
          ...since(setting, '3.0', { headers: map(headerNameField, array(text())) }),
          healthy: part(
            { interval: seconds16(0), http_statuses: statuses(active.healthy.http_statuses), successes: count },
            active.healthy,
          ),
          unhealthy: part(
            { interval: seconds16(0), http_statuses: statuses(active.unhealthy.http_statuses), ...failures },
            active.unhealthy,
          ),
        },
        active,
      ),
      passive: part(
        {
          type: kind,
          healthy: part({ http_statuses: statuses(passive.healthy.http_statuses), successes: count }, passive.healthy),
          unhealthy: part({ http_statuses: statuses(passive.unhealthy.http_statuses), ...failures }, passive.unhealthy),
        },
        passive,
      ),
      threshold: number({ default: 0, between: [0, 100] }),
    },
    DEFAULTS,
  );
};

const when = (field: string, value: string, then: string, must: Partial<Field>): EntityCheck => ({
  kind: 'conditional',
  if: field,
  matches: { match: new RegExp(`^${value}$`) },
  then,
  must,
});
const wants = (field: string, value: string, then: string): EntityCheck => when(field, value, then, { required: true });

const hashChecks = (setting: Setting): readonly EntityCheck[] => {
  const inputs = ['consumer', 'ip', 'header', 'cookie', ...added(setting, '3.0', ['path', 'query_arg', 'uri_capture'])];
  const fallback = (of: string): EntityCheck =>
    when('hash_on', of, 'hash_fallback', { oneOf: ['none', ...inputs.filter((input) => input !== of)] });
  const both = (input: string): readonly EntityCheck[] => [
    wants('hash_on', input, `hash_on_${input}`),
    wants('hash_fallback', input, `hash_fallback_${input}`),
  ];
  const distinct = (input: string): EntityCheck => ({
    kind: 'distinct',
    fields: [`hash_on_${input}`, `hash_fallback_${input}`],
  });
  return [
    ...both('header'),
    wants('hash_on', 'cookie', 'hash_on_cookie'),
    wants('hash_fallback', 'cookie', 'hash_on_cookie'),
    when('hash_on', 'none', 'hash_fallback', { oneOf: ['none'] }),
    when('hash_on', 'cookie', 'hash_fallback', { oneOf: ['none'] }),
    fallback('consumer'),
    fallback('ip'),
    ...added(setting, '3.0', [fallback('path')]),
    distinct('header'),
    ...added(
      setting,
      '3.0',
      ['query_arg', 'uri_capture'].flatMap((input) => [...both(input), distinct(input)]),
    ),
  ];
};

const isText = (value: unknown): boolean => value === null || (typeof value === 'string' && value !== '');

/** `hash_on` and the algorithm that goes with it are set together. */
const shorthands = (setting: Setting): Readonly<Record<string, Shorthand>> => {
  const unhashed = ['least-connections', ...added(setting, '3.2', ['latency'])];
  return {
    algorithm: {
      accepts: isText,
      expand: (algorithm) => (unhashed.includes(String(algorithm)) ? { algorithm, hash_on: null } : { algorithm }),
    },
    hash_on: {
      accepts: isText,
      expand: (input) => {
        if (input === null) return { hash_on: 'none' };
        return { hash_on: input, algorithm: input === 'none' ? 'round-robin' : 'consistent-hashing' };
      },
    },
  };
};

/** `kong/db/schema/entities/upstreams.lua` */
export const upstreams = (setting: Setting): EntitySchema => {
  const hashed = text({
    default: 'none',
    oneOf: [
      ...['none', 'consumer', 'ip', 'header', 'cookie'],
      ...added(setting, '3.0', ['path', 'query_arg', 'uri_capture']),
    ],
  });
  const algorithms = ['consistent-hashing', 'least-connections', 'round-robin', ...added(setting, '3.2', ['latency'])];
  return {
    name: 'upstreams',
    endpointKey: 'name',
    cacheKey: null,
    record: {
      fields: {
        id,
        created_at: seconds,
        updated_at: seconds,
        name: text({ required: true, unique: true, test: upstreamName }),
        algorithm: text({ default: 'round-robin', oneOf: algorithms }),
        hash_on: hashed,
        hash_fallback: hashed,
        hash_on_header: headerNameField,
        hash_fallback_header: headerNameField,
        hash_on_cookie: text({ test: has(setting, COOKIE_TOKENS) ? httpToken : cookieName }),
        hash_on_cookie_path: { ...path, default: '/' },
        ...since(setting, '3.0', {
          hash_on_query_arg: text(),
          hash_fallback_query_arg: text(),
          hash_on_uri_capture: text(),
          hash_fallback_uri_capture: text(),
        }),
        slots: integer({ default: 10000, between: [10, 65536] }),
        healthchecks: healthchecks(setting),
        tags: tags(setting),
        host_header: text({ test: hostWithOptionalPort }),
        client_certificate: foreign('certificates'),
        ...since(setting, '3.1', { use_srv_name: boolean({ default: false }) }),
      },
      checks: hashChecks(setting),
      shorthands: shorthands(setting),
      open: setting.rules.closedSource,
    },
  };
};

const target = (name: string): string | undefined =>
  hostAndPort(name) ? undefined : `Invalid target ('${name}'); not a valid hostname or ip address`;

/** `kong/db/schema/entities/targets.lua`. Two upstreams may have the same one. */
export const targets = (setting: Setting): EntitySchema => ({
  name: 'targets',
  endpointKey: 'target',
  cacheKey: ['upstream', 'target'],
  record: {
    fields: {
      id,
      created_at: milliseconds,
      updated_at: milliseconds,
      upstream: foreign('upstreams', { required: true }),
      target: text({ required: true, test: target }),
      weight: integer({ default: 100, between: [0, 65535] }),
      tags: tags(setting),
    },
    open: setting.rules.closedSource,
  },
});
