import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { type LoadOptions, loadGateway } from './config/index.ts';
import { judge } from './judge.ts';

const ports = { crypto: createCrypto(), clock: fixedClock(0) };

function open(config: object, options: Partial<LoadOptions> = {}) {
  const files = [{ name: 'kong.json', text: JSON.stringify({ _format_version: '3.0', ...config }) }];
  const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible', ...options }, ports);
  if (!loaded.ok) throw new Error('the configuration can be read');
  return loaded.gateway;
}

function ask(config: object, version = '3.9', key = 'k') {
  const wire = {
    method: 'GET',
    scheme: 'http',
    host: 'a.test',
    port: 8000,
    sni: null,
    target: '/r',
    headers: [['apikey', key]],
    body: null,
    clientIp: '192.0.2.1',
  } as const;
  return judge(open(config), wire, { version }, ports);
}

const short = ({ outcome, reply, because }: ReturnType<typeof ask>): string =>
  outcome === 'undetermined' ? (because[0]?.message ?? '') : String(reply?.status ?? 'passed on');

const BASE = {
  services: [{ name: 's', url: 'http://s.internal', routes: [{ name: 'r', paths: ['/r'] }] }],
  consumer_groups: [{ name: 'silver' }, { name: 'gold' }, { name: 'other' }],
  consumers: [
    { username: 'alice', keyauth_credentials: [{ key: 'k' }], groups: [{ name: 'silver' }, { name: 'gold' }] },
    { username: 'bob', keyauth_credentials: [{ key: 'b' }] },
  ],
};
const end = (status: number, scope: object): object => ({
  name: 'request-termination',
  config: { status_code: status },
  ...scope,
});
const AUTH = { name: 'key-auth' };

/** From the most specific on; the status tells which. */
const SCOPES: readonly (readonly [status: number, scope: object])[] = [
  [401, { consumer: 'alice', route: 'r', service: 's' }],
  [402, { consumer_group: 'gold', route: 'r', service: 's' }],
  [403, { consumer: 'alice', route: 'r' }],
  [404, { consumer: 'alice', service: 's' }],
  [405, { consumer_group: 'gold', route: 'r' }],
  [406, { consumer_group: 'gold', service: 's' }],
  [407, { route: 'r', service: 's' }],
  [408, { consumer: 'alice' }],
  [409, { consumer_group: 'gold' }],
  [410, { route: 'r' }],
  [411, { service: 's' }],
  [412, {}],
];

describe('of the instances of one plugin', () => {
  it.each(SCOPES.map(([status], at) => [status, at] as const))('%i is of the narrowest scope', (status, at) => {
    const plugins = SCOPES.slice(at)
      .map(([one, scope]) => end(one, scope))
      .reverse();
    expect(short(ask({ ...BASE, plugins: [AUTH, ...plugins] }))).toBe(String(status));
  });

  it.each<[string, readonly object[], string, string]>([
    [
      'the first group by name counts',
      [end(418, { consumer_group: 'silver' }), end(419, { consumer_group: 'gold' })],
      'k',
      '419',
    ],
    [
      'a narrower scope of another group counts more',
      [end(418, { consumer_group: 'silver', route: 'r' }), end(419, { consumer_group: 'gold' })],
      'k',
      '418',
    ],
    ['a group that the consumer is not in does not count', [end(418, { consumer_group: 'other' })], 'k', 'passed on'],
    ['members alone get it', [end(418, { consumer_group: 'gold' })], 'b', 'passed on'],
  ])('%s', (_, plugins, key, wanted) => {
    expect(short(ask({ ...BASE, plugins: [AUTH, ...plugins] }, '3.9', key))).toBe(wanted);
  });

  it('is only looked for in groups once the consumer is known', () => {
    const early = { name: 'ip-restriction', config: { deny: ['192.0.2.1'] }, consumer_group: 'gold' };
    const { path } = ask({ ...BASE, plugins: [AUTH, early] });
    expect(path.map(({ step }) => step)).toEqual(expect.arrayContaining(['authenticated', 'consumer-group']));
    const [noted] = path.filter(({ step }) => step === 'consumer-group');
    expect(noted).toMatchObject({ data: { group: 'gold', others: ['silver'] } });
    expect(noted?.basis[0]?.kind).toBe('assumed');
    expect(short(ask({ ...BASE, plugins: [early] }))).toBe('passed on');
  });
});

describe('membership', () => {
  const { consumers: _, ...rest } = BASE;
  const alice = { username: 'alice', keyauth_credentials: [{ key: 'k' }] };
  const plugins = [AUTH, end(418, { consumer_group: 'gold' })];
  it.each<[string, object]>([
    ['of a consumer in decK', { ...rest, consumers: [{ ...alice, groups: [{ name: 'gold' }] }], plugins }],
    [
      'of a group in decK',
      { ...rest, consumers: [alice], consumer_groups: [{ name: 'gold', consumers: ['alice'] }], plugins },
    ],
    [
      'by name of a table in a group',
      { ...rest, consumers: [alice], consumer_groups: [{ name: 'gold', consumers: [{ username: 'alice' }] }], plugins },
    ],
    [
      'of a list of its own',
      {
        ...rest,
        consumers: [alice],
        plugins,
        consumer_group_consumers: [{ consumer: 'alice', consumer_group: 'gold' }],
      },
    ],
    [
      'with a plugin nested in its group',
      {
        ...rest,
        consumers: [{ ...alice, groups: [{ name: 'gold' }] }],
        consumer_groups: [{ name: 'gold', plugins: [end(418, {})] }],
        plugins: [AUTH],
      },
    ],
  ])('%s', (_name, config) => {
    expect(open(config).refusals).toEqual([]);
    expect(short(ask(config))).toBe('418');
  });

  it('in a group that no file holds is told', () => {
    const gateway = open({ ...rest, consumers: [{ ...alice, groups: [{ name: 'lost' }] }] });
    expect(gateway.unmodelled.map(({ what }) => what)).toContain('consumers.groups');
  });

  it.each<[string, object, string | undefined]>([
    ['does not count in acl by itself', {}, '403'],
    ['counts where acl is told so', { include_consumer_groups: true }, 'passed on'],
  ])('%s', (_name, more, wanted) => {
    const acl = { name: 'acl', config: { allow: ['gold'], ...more } };
    expect(short(ask({ ...BASE, plugins: [AUTH, acl] }))).toBe(wanted);
  });
});

describe('what an open-source Kong says of', () => {
  const group = { consumer_groups: [{ name: 'gold' }] };
  it.each<[string, object, LoadOptions['version'], string]>([
    ['groups', group, '2.8', 'consumer_groups: unknown field'],
    ['groups', group, '3.4', 'consumer_groups: unknown field'],
    ['groups', group, '3.9', 'consumer_groups: unknown field'],
    [
      'groups of a consumer',
      { consumers: [{ username: 'a', groups: [{ name: 'g' }] }] },
      '3.9',
      'consumers.0.groups: unknown field',
    ],
    [
      'a plugin of a group',
      { plugins: [{ name: 'cors', consumer_group: 'g' }] },
      '3.9',
      'plugins.0.consumer_group: unknown field',
    ],
    ['an ordering', { plugins: [{ name: 'cors', ordering: {} }] }, '3.9', 'plugins.0.ordering: unknown field'],
    ['members', { consumer_group_consumers: [] }, '3.9', 'consumer_group_consumers: unknown field'],
  ])('%s', (_, config, version, wanted) => {
    const format = version === '2.8' ? { _format_version: '1.1' } : {};
    const { refusals } = open({ ...config, ...format }, { version, as: 'db-less' });
    expect(refusals.map(({ path, message }) => `${path.join('.')}: ${message}`)).toContain(wanted);
  });

  it.each<[string, object, LoadOptions['version'], readonly string[]]>([
    ['groups', group, '3.9', ['config-enterprise-only']],
    ['groups', group, '3.12', []],
    [
      'an ordering',
      { plugins: [{ name: 'cors', ordering: { before: { access: ['jwt'] } } }] },
      '3.9',
      ['config-enterprise-only'],
    ],
  ])('is told beside %s of a file of decK', (_, config, version, wanted) => {
    const gateway = open(config, { version });
    expect(gateway.refusals).toEqual([]);
    expect(gateway.smells.map(({ code }) => code)).toEqual(wanted);
  });

  it('is not that a plugin which knows no consumer may belong to a group', () => {
    const { refusals } = open({ ...group, plugins: [{ name: 'jwt', consumer_group: 'gold' }] });
    expect(refusals.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'plugins.0.consumer_group: value must be null',
    ]);
  });
});

describe('an ordering', () => {
  const gate = { name: 'request-termination', config: { status_code: 418 } };
  const acl = { name: 'acl', config: { allow: ['a'] } };
  const ordered = (ordering: object): object => ({ ...gate, ordering });
  it.each<[string, readonly object[], string, string]>([
    ['moves before', [AUTH, ordered({ before: { access: ['key-auth'] } })], '3.9', '418'],
    [
      'is of no effect after what comes before anyway',
      [AUTH, ordered({ after: { access: ['key-auth'] } })],
      '3.9',
      '401',
    ],
    ['moves after', [{ ...AUTH, ordering: { after: { access: ['request-termination'] } } }, gate], '3.9', '418'],
    ['names what is not there', [AUTH, ordered({ before: { access: ['oauth2'] } })], '3.9', '401'],
    ['moves others along', [AUTH, acl, ordered({ before: { access: ['acl'] } })], '3.9', '401'],
    [
      'of two that contradict each other',
      [
        { ...AUTH, ordering: { after: { access: ['request-termination'] } } },
        ordered({ after: { access: ['key-auth'] } }),
      ],
      '3.9',
      'the plugin key-auth is part of an ordering that contradicts itself',
    ],
    [
      'is unknown to 2.8',
      [AUTH, ordered({ before: { access: ['key-auth'] } })],
      '2.8',
      'the plugin request-termination has an ordering of its own, which Kong 2.8 does not know',
    ],
    [
      'that is switched off',
      [AUTH, { ...ordered({ before: { access: ['key-auth'] } }), enabled: false }],
      '3.9',
      '401',
    ],
  ])('%s', (_, plugins, version, wanted) => {
    expect(short(ask({ ...BASE, plugins }, version, 'nobody'))).toBe(wanted);
  });

  it.each<[version: string, wanted: string]>([
    ['3.9', 'passed on'],
    ['3.13', 'passed on'],
    ['3.14', '418'],
  ])('keeps instances of consumers from running before 3.14: %s', (version, wanted) => {
    const plugins = [
      { ...AUTH, ordering: { before: { access: ['cors'] } } },
      { name: 'cors' },
      end(418, { consumer: 'alice' }),
    ];
    const routes = [{ name: 'r', paths: ['/r'], protocols: ['http'] }];
    expect(short(ask({ ...BASE, services: [{ name: 's', url: 'http://s.internal', routes }], plugins }, version))).toBe(
      wanted,
    );
  });
});
