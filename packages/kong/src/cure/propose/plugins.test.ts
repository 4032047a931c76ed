import { createCrypto } from '@why401/node';
import { fixedClock, NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { explain } from '../../explain-once.ts';
import type { WireRequest } from '../../wire/index.ts';

type Headers = WireRequest['headers'];
type Row = readonly [
  name: string,
  plugins: readonly (readonly [name: string, config?: object])[],
  request: Partial<WireRequest>,
  cures: readonly string[],
];

const basic = (text: string): Headers => [['Authorization', `Basic ${btoa(text)}`]];
const KEY: Headers = [['apikey', 'key-of-alice']];
const SMALL = { allowed_payload_size: 2, size_unit: 'kilobytes' };

const ROWS: readonly Row[] = [
  ['no key', [['key-auth']], {}, ['caller send-a-key key 200']],
  ['another name', [['key-auth', { key_names: ['X-Key'] }]], {}, ['caller send-a-key key 200']],
  ['a key that nobody has', [['key-auth']], { headers: [['apikey', 'x']] }, ['caller send-a-key key 200']],
  ['a key twice', [['key-auth']], { headers: [...KEY, ...KEY] }, ['caller send-header-once full 200']],
  ['no password', [['basic-auth']], {}, ['caller send-credentials key 200']],
  ['another password', [['basic-auth']], { headers: basic('alice:x') }, ['caller send-credentials key 200']],
  [
    'an old date',
    [['hmac-auth']],
    {
      headers: [
        ['Date', new Date(0).toUTCString()],
        ['Authorization', HMAC('date', 'hmac-sha256')],
      ],
    },
    ['caller send-the-date signature 200'],
  ],
  [
    'an algorithm, where the signature fails after it',
    [['hmac-auth', { algorithms: ['hmac-sha512'] }]],
    {
      headers: [
        ['Date', new Date(NOW_MS).toUTCString()],
        ['Authorization', HMAC('date', 'hmac-sha256')],
      ],
    },
    [],
  ],
  [
    'no group',
    [['key-auth'], ['acl', { allow: ['silver', 'bronze'] }]],
    { headers: KEY },
    ['gateway join-the-group full 200'],
  ],
  [
    'a group that may not',
    [['key-auth'], ['acl', { deny: ['gold', 'x'] }]],
    { headers: KEY },
    ['gateway take-off-the-list full 200 more-let-in'],
  ],
  ['the only one', [['key-auth'], ['acl', { deny: ['gold'] }]], { headers: KEY }, []],
  [
    'an address',
    [['ip-restriction', { allow: ['10.0.0.0/8'] }]],
    {},
    ['gateway list-the-address full 200 more-let-in'],
  ],
  [
    'a refused address',
    [['ip-restriction', { deny: ['10.0.0.0/8', '192.0.2.0/24'] }]],
    {},
    ['gateway take-off-the-list full 200 more-let-in'],
  ],
  [
    'the only refused one',
    [['ip-restriction', { deny: ['192.0.2.0/24'] }]],
    {},
    ['gateway switch-off full 200 more-let-in'],
  ],
  [
    'a bot',
    [['bot-detection']],
    { headers: [['User-Agent', 'Bot (a+b) crawler/1.0']] },
    ['gateway allow-the-agent full 200 more-let-in'],
  ],
  [
    'a body',
    [['request-size-limiting', SMALL]],
    { method: 'POST', headers: [['Content-Length', '5000']] },
    ['gateway allow-the-size full 200 larger-requests'],
  ],
  [
    'no length',
    [['request-size-limiting', { ...SMALL, require_content_length: true }]],
    {},
    ['gateway do-not-require-length full 200'],
  ],
  ['closed', [['request-termination', { status_code: 503 }]], {}, ['gateway switch-off full 200']],
  ['what nobody can cure', [['request-transformer', { replace: { uri: 'x' } }]], {}, []],
];

function HMAC(names: string, algorithm: string): string {
  return `hmac username="alice", algorithm="${algorithm}", headers="${names}", signature="AAAA"`;
}

describe('cures of refusals that are not of jwt', () => {
  const curesOf = (plugins: Row[1], request: Row[2], more: object = {}) => {
    const text = JSON.stringify({
      _format_version: '3.0',
      services: [{ name: 's', url: 'http://up.test', routes: [{ name: 'r', paths: ['/'] }] }],
      plugins: plugins.map(([name, config = {}]) => ({ name, config })),
      consumers: [
        {
          username: 'alice',
          keyauth_credentials: [{ key: 'key-of-alice' }],
          basicauth_credentials: [{ username: 'alice', password: 's3cret' }],
          hmacauth_credentials: [{ username: 'alice', secret: 'hmac of alice' }],
          acls: [{ group: 'gold' }],
        },
      ],
      ...more,
    });
    const wire: WireRequest = {
      method: 'GET',
      scheme: 'http',
      host: 'api.test',
      port: 80,
      sni: null,
      target: '/',
      headers: [],
      body: null,
      clientIp: '192.0.2.1',
      ...request,
    };
    const ports = { clock: fixedClock(NOW_MS), crypto: createCrypto() };
    const made = explain([{ name: 'kong.json', text }], wire, { zone: 'UTC' }, ports);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.explanation.cures;
  };

  const told = (cures: ReturnType<typeof curesOf>) =>
    cures.map(({ id, who, proof, weakens }) =>
      [who, id, ...(proof.kind === 'full' ? ['full'] : [...proof.assumed, ...proof.standIns])]
        .concat(proof.after.outcome === 'proxied' ? ['200'] : [], weakens ?? [])
        .join(' '),
    );

  it.each(ROWS)('%s', (_, plugins, request, cures) => {
    expect(told(curesOf(plugins, request))).toEqual(cures);
  });

  it.each(ROWS)('%s, in a large file', (_, plugins, request, cures) => {
    const tags = Array.from({ length: 6000 }, (_, i) => `tag-number-${i}`);
    const large = { services: [{ name: 's', url: 'http://up.test', tags, routes: [{ name: 'r', paths: ['/'] }] }] };
    expect(told(curesOf(plugins, request, large))).toEqual(cures);
  });

  it('show nobody what the caller or a consumer has for a secret', () => {
    const shown = ROWS.map(([, plugins, request]) => JSON.stringify(curesOf(plugins, request))).join('\n');
    for (const secret of ['key-of-alice', 's3cret', btoa('alice:s3cret'), btoa('alice:x')])
      expect(shown).not.toContain(secret);
  });
});
