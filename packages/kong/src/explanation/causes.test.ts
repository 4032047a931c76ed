import { createCrypto } from '@why401/node';
import { fixedClock, NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain-once.ts';
import type { WireRequest } from '../wire/index.ts';
import { plain } from './report/plain.ts';
import { causeWords } from './words/causes.ts';

type Row = readonly [name: string, config: object, request: Partial<WireRequest>, told: readonly string[]];

const ALICE = { username: 'alice', keyauth_credentials: [{ key: 'k' }] };
const GUEST = { username: 'guest' };
const service = (plugins: readonly object[], routes: readonly object[] = [{ name: 'orders', paths: ['/orders'] }]) => ({
  services: [{ name: 's', url: 'http://up.test', routes, plugins }],
});

const ROWS: readonly Row[] = [
  ['nothing more to say', { ...service([{ name: 'key-auth' }]), consumers: [ALICE] }, {}, []],
  [
    'anonymous let it through',
    {
      ...service([
        { name: 'key-auth', config: { anonymous: 'guest' } },
        { name: 'acl', config: { allow: ['gold'] } },
      ]),
      consumers: [ALICE, GUEST],
    },
    {},
    [
      'key-auth refused (No API key found in request), and anonymous let the request through as guest.',
      '- What comes later judges guest, not the caller.',
    ],
  ],
  [
    'a preflight',
    service([
      { name: 'key-auth', config: { run_on_preflight: false } },
      { name: 'acl', config: { allow: ['gold'] } },
    ]),
    { method: 'OPTIONS' },
    ['key-auth does not look at OPTIONS (run_on_preflight: false).', '- What comes later finds nobody.'],
  ],
  [
    'another route',
    {
      services: [
        {
          name: 's',
          url: 'http://up.test',
          routes: [
            { name: 'orders', paths: ['/orders'], plugins: [{ name: 'key-auth' }] },
            { name: 'orders-v2', paths: ['/orders/v2'], plugins: [{ name: 'request-termination' }] },
          ],
        },
      ],
    },
    { target: '/orders/v2/7' },
    [
      'The route orders-v2 took it, not orders, which matches too: a prefix of 7 bytes comes behind one of 10.',
      '- The request never reached key-auth of orders.',
    ],
  ],
  [
    'another instance',
    {
      ...service(
        [{ name: 'key-auth', config: { key_names: ['x-key'] } }],
        [{ name: 'orders', paths: ['/orders'], plugins: [{ name: 'key-auth' }] }],
      ),
      consumers: [ALICE],
    },
    { headers: [['x-key', 'k']] },
    [
      'This instance of key-auth applies (route orders); configurations are never merged.',
      '- Not this one: service s, kong.json:1.',
    ],
  ],
  [
    'a plugin that comes later',
    service([{ name: 'key-auth' }, { name: 'rate-limiting', config: { minute: 5 } }]),
    {},
    ['key-auth answered.', '- These come later and were not asked: rate-limiting.'],
  ],
  [
    'a part of a file',
    { _info: { select_tags: ['team-a'] }, ...service([{ name: 'key-auth' }]), consumers: [ALICE] },
    { headers: [['apikey', 'of another team']] },
    [
      'The file holds only what is tagged team-a; the gateway may have more routes, plugins and consumers.',
      '- What was not found may be in the other part, or not synced.',
    ],
  ],
  [
    'nothing of what passes',
    { ...service([{ name: 'key-auth' }]), consumers: [ALICE] },
    { headers: [['apikey', 'k']] },
    [],
  ],
];

describe('the causes of a refusal', () => {
  it.each(ROWS)('%s', (_, config, request, told) => {
    const wire: WireRequest = {
      method: 'GET',
      scheme: 'http',
      host: 'api.test',
      port: 80,
      sni: null,
      target: '/orders',
      headers: [],
      body: null,
      clientIp: '192.0.2.1',
      ...request,
    };
    const text = JSON.stringify({ _format_version: '3.0', ...config });
    const ports = { clock: fixedClock(NOW_MS), crypto: createCrypto() };
    const made = explain([{ name: 'kong.json', text }], wire, { zone: 'UTC' }, ports);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const { causes, judgement } = made.explanation;
    expect(judgement.outcome).not.toBe('undetermined');
    expect(
      causes.map(causeWords).flatMap((one) => [plain(one.text), ...one.consequences.map((line) => `- ${plain(line)}`)]),
    ).toEqual(told);
  });
});
