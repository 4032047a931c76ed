import { type Judgement, judge } from '@why401/kong';
import { loadGateway } from '@why401/kong/config';
import { fromBytes, toBytes, type WireRequest } from '@why401/kong/wire';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';

/** Rows of the plugins that recordings do not hit, each read in the source of the release. */

const crypto = createCrypto();
const NOW = 1_764_000_000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (one: Uint8Array): string => Buffer.from(one).toString('hex');

type Plugin = readonly [name: string, config?: object, scope?: object];
interface Asked extends Partial<WireRequest> {
  readonly version?: string;
  readonly root?: object;
}

const ALICE_ID = '11111111-1111-4111-8111-111111111111';

function ask(plugins: readonly Plugin[], { version = '3.9', root = {}, ...request }: Asked = {}): Judgement {
  const file = {
    _format_version: version === '2.8' ? '2.1' : '3.0',
    services: [{ name: 's', url: 'http://up.test/base', routes: [{ name: 'r', paths: ['/r'] }] }],
    plugins: plugins.map(([name, config = {}, scope = {}]) => ({ name, config, ...scope })),
    consumers: [
      {
        id: ALICE_ID,
        username: 'alice',
        keyauth_credentials: [{ key: 'k1' }],
        basicauth_credentials: [{ username: 'alice', password: 'pw' }],
        hmacauth_credentials: [{ username: 'alice', secret: 'sec' }],
        acls: [
          { id: 'ffffffff-0000-4000-8000-000000000000', group: 'gold' },
          { id: '00000000-0000-4000-8000-000000000000', group: 'a,b' },
        ],
      },
      { username: 'guest' },
    ],
    ...root,
  };
  const major = version === '2.8' ? '2.8' : version === '3.4' ? '3.4' : '3.9';
  const options = { version: major, flavor: major === '2.8' ? 'traditional' : 'traditional_compatible' } as const;
  const loaded = loadGateway([{ name: 'kong.json', text: JSON.stringify(file) }], options, { crypto });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.gateway.refusals).toEqual([]);
  const wire: WireRequest = {
    method: 'GET',
    scheme: 'http',
    host: 'api.test',
    port: 80,
    sni: null,
    target: '/r/x',
    headers: [],
    body: null,
    clientIp: '192.0.2.1',
    ...request,
  };
  return judge(loaded.gateway, wire, { version, flavor: options.flavor }, { clock: { now: () => NOW * 1000 }, crypto });
}

const message = ({ reply }: Judgement): string =>
  /"message":"([^"]*)"/.exec(reply?.body ?? '')?.[1] ?? reply?.body ?? '';

/** What came of it, in short: `401 Unauthorized`, `200 /base/x`, `undetermined`. */
function end(judgement: Judgement): string {
  if (judgement.outcome === 'undetermined') return 'undetermined';
  if (judgement.outcome === 'proxied') return `200 ${judgement.upstream?.path}`;
  return `${judgement.reply?.status} ${fromBytes(message(judgement))}`.trim();
}

const sent = ({ upstream }: Judgement, name: string): string | undefined =>
  upstream?.headers
    .filter(([key]) => key === name)
    .map(([, value]) => value)
    .join('|') || undefined;

const answered = ({ reply, added }: Judgement, name: string): string | undefined =>
  (reply?.headers ?? added ?? []).find(([key]) => key === name)?.[1];

const CRASH = '500 An unexpected error occurred';
const NO_KEY = '401 No API key found in request';

describe('key-auth', () => {
  it.each<[string, object, Asked, string]>([
    ['an empty header hides a key in the query', {}, { headers: [['apikey', '']], target: '/r?apikey=k1' }, NO_KEY],
    [
      'a header counts before the query',
      {},
      { headers: [['apikey', 'k1']], target: '/r?apikey=no' },
      '200 /base?apikey=no',
    ],
    ['the query knows capitals', {}, { target: '/r?APIKEY=k1' }, NO_KEY],
    ['two in the query', {}, { target: '/r?apikey=k1&apikey=k1' }, '401 Duplicate API key found'],
    ['one without a value is passed over', {}, { target: '/r?apikey' }, NO_KEY],
    ['two of which one has no value', {}, { target: '/r?apikey&apikey=k1' }, '401 Duplicate API key found'],
    ['the next name is tried', { key_names: ['x', 'apikey'] }, { target: '/r?x&apikey=k1' }, '200 /base?x&apikey=k1'],
    ['an underscore finds a dash', { key_names: ['api_key'] }, { headers: [['Api-Key', 'k1']] }, '200 /base/x'],
    [
      'hidden in the query, the rest is spelled anew',
      { hide_credentials: true },
      { target: '/r?b=x%20y&apikey=k1&a' },
      '200 /base?b=x+y&a=',
    ],
    [
      'until 3.8 in order of the names',
      { hide_credentials: true },
      { target: '/r?b=x%20y&apikey=k1&a', version: '3.4' },
      '200 /base?a&b=x%20y',
    ],
    [
      'a JSON body',
      { key_in_body: true },
      { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"apikey":"k1"}' },
      '200 /base/x',
    ],
    [
      'a number is no key',
      { key_in_body: true },
      { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"apikey":1}' },
      NO_KEY,
    ],
    [
      'several parts of one name',
      { key_in_body: true },
      {
        method: 'POST',
        headers: [['Content-Type', 'multipart/form-data; boundary=b']],
        body: ['1', '2']
          .map((one) => `--b\r\nContent-Disposition: form-data; name="apikey"\r\n\r\n${one}\r\n`)
          .join('')
          .concat('--b--\r\n'),
      },
      '401 Duplicate API key found',
    ],
    [
      'a body that is read, but not written anew, is an error',
      { key_in_body: true, hide_credentials: true },
      { method: 'POST', headers: [['Content-Type', 'Application/JSON']], body: '{"apikey":"k1"}' },
      CRASH,
    ],
    [
      'that no anonymous consumer gets round',
      { key_in_body: true, hide_credentials: true, anonymous: 'guest' },
      { method: 'POST', headers: [['Content-Type', 'application/json-patch+json']], body: '{"apikey":"k1"}' },
      CRASH,
    ],
  ])('%s', (_, config, request, wanted) => {
    expect(end(ask([['key-auth', config]], request))).toBe(wanted);
  });
});

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('basic-auth', () => {
  it.each<[string, readonly (readonly [string, string])[], string]>([
    ['first a colon is passed over', [['Authorization', basic(':alice:pw')]], '200 /base/x'],
    ['no blank behind the scheme', [['Authorization', basic('alice:pw').replace(' ', '')]], '200 /base/x'],
    ['another scheme before it', [['Authorization', `X ${basic('alice:pw')}`]], '200 /base/x'],
    ['the alphabet of URLs', [['Authorization', 'Basic YWxpY2U6cHc-']], '401 Unauthorized'],
    [
      'of an unknown user in Proxy-Authorization the other header counts',
      [
        ['Proxy-Authorization', basic('bob:x')],
        ['Authorization', basic('alice:pw')],
      ],
      '200 /base/x',
    ],
    [
      'of a known one it does not',
      [
        ['Proxy-Authorization', basic('alice:x')],
        ['Authorization', basic('alice:pw')],
      ],
      '401 Unauthorized',
    ],
  ])('%s', (_, headers, wanted) => {
    expect(end(ask([['basic-auth']], { headers }))).toBe(wanted);
  });

  it('compares the hash where the file holds it', () => {
    const password = hex(crypto.digest('sha1', bytes(`pw${ALICE_ID}`)));
    const root = {
      _transform: false,
      consumers: [{ id: ALICE_ID, username: 'alice', basicauth_credentials: [{ username: 'alice', password }] }],
    };
    expect(end(ask([['basic-auth']], { root, headers: [['Authorization', basic('alice:pw')]] }))).toBe('200 /base/x');
    const hash = [['Authorization', basic(`alice:${password}`)]] as const;
    expect(end(ask([['basic-auth']], { root, headers: hash }))).toBe('401 Unauthorized');
  });

  it('says who it is twice until 2.8', () => {
    const headers = [['Authorization', basic('alice:pw')]] as const;
    expect(sent(ask([['basic-auth']], { headers, version: '2.8' }), 'x-credential-username')).toBe('alice');
    expect(sent(ask([['basic-auth']], { headers }), 'x-credential-username')).toBeUndefined();
  });
});

const DATE = new Date(NOW * 1000).toUTCString();

function signed(names: string, text: string, { algorithm = 'sha256' as 'sha1' | 'sha256', as = 'Authorization' } = {}) {
  const signature = Buffer.from(crypto.hmac(algorithm, bytes('sec'), bytes(text))).toString('base64');
  return [
    as,
    `hmac username="alice", algorithm="hmac-${algorithm}", headers="${names}", signature="${signature}"`,
  ] as const;
}

describe('hmac-auth', () => {
  const CANNOT = '401 HMAC signature cannot be verified';
  it.each<[string, object, Asked, string]>([
    [
      'the first of a repeated header',
      {},
      { headers: [['X', '1'], ['X', '2'], ['Date', DATE], signed('x', 'x: 1')] },
      '200 /base/x',
    ],
    ['an absent header', {}, { headers: [['Date', DATE], signed('nope', 'nope:')] }, '200 /base/x'],
    [
      'not all of enforce_headers',
      { enforce_headers: ['date', 'X'] },
      { headers: [['Date', DATE], signed('date x', '')] },
      CANNOT,
    ],
    [
      'an algorithm that is not listed',
      { algorithms: ['hmac-sha256'] },
      { headers: [['Date', DATE], signed('date', '', { algorithm: 'sha1' })] },
      CANNOT,
    ],
    ['RFC 850', {}, { headers: [['Date', 'Monday, 24-Nov-25 16:00:00 GMT'], signed('x', 'x:')] }, '200 /base/x'],
    ['asctime', {}, { headers: [['Date', 'Mon Nov 24 16:00:00 2025'], signed('x', 'x:')] }, '200 /base/x'],
    [
      'a bad X-Date, a good Date',
      {},
      { headers: [['X-Date', 'soon'], ['Date', DATE], signed('x', 'x:')] },
      '200 /base/x',
    ],
    [
      'the path alone',
      {},
      { target: '/r?a=1', headers: [['Date', DATE], signed('request-line', 'GET /r HTTP/1.1')] },
      '401 HMAC signature does not match',
    ],
    [
      'the path alone, until 2.8',
      {},
      { version: '2.8', target: '/r?a=1', headers: [['Date', DATE], signed('request-line', 'GET /r HTTP/1.1')] },
      '200 /base?a=1',
    ],
    [
      'a digest',
      { validate_request_body: true },
      {
        method: 'POST',
        body: 'abc',
        headers: [
          ['Date', DATE],
          ['Digest', `SHA-256=${Buffer.from(crypto.digest('sha256', bytes('abc'))).toString('base64')}`],
          signed('x', 'x:'),
        ],
      },
      '200 /base/x',
    ],
    [
      'the digest of another body',
      { validate_request_body: true },
      {
        method: 'POST',
        body: 'abd',
        headers: [
          ['Date', DATE],
          ['Digest', `SHA-256=${Buffer.from(crypto.digest('sha256', bytes('abc'))).toString('base64')}`],
          signed('x', 'x:'),
        ],
      },
      '401 HMAC signature does not match',
    ],
    [
      'a digest is compared as a text',
      { validate_request_body: true },
      {
        method: 'POST',
        body: 'abc',
        headers: [
          ['Date', DATE],
          [
            'Digest',
            `SHA-256=${Buffer.from(crypto.digest('sha256', bytes('abc')))
              .toString('base64')
              .replace('=', '')}`,
          ],
          signed('x', 'x:'),
        ],
      },
      '401 HMAC signature does not match',
    ],
  ])('%s', (_, config, request, wanted) => {
    expect(end(ask([['hmac-auth', config]], request))).toBe(wanted);
  });

  it('sees Authorization as it was first read from 3.3 to 3.9.0', () => {
    const plugins: readonly Plugin[] = [['basic-auth', { hide_credentials: true, anonymous: 'guest' }], ['hmac-auth']];
    const headers = [['Date', DATE], signed('date', `date: ${DATE}`)] as const;
    expect(end(ask(plugins, { headers, version: '3.9.1' }))).toBe('401 Unauthorized');
    for (const version of ['3.4', '3.9.0']) expect(end(ask(plugins, { headers, version }))).toBe('200 /base/x');
    expect(end(ask(plugins, { headers, version: '2.8' }))).toBe('401 Unauthorized');
  });
});

const key = [['apikey', 'k1']] as const;

describe('acl', () => {
  const FORBIDDEN = '403 You cannot consume this service';
  it.each<[string, readonly Plugin[], Asked, string]>([
    ['nobody', [['acl', { deny: ['gold'] }]], {}, '401 Unauthorized'],
    ['a group is never split', [['key-auth'], ['acl', { allow: ['a'] }]], { headers: key }, FORBIDDEN],
    ['it is compared whole', [['key-auth'], ['acl', { allow: ['a,b'] }]], { headers: key }, '200 /base/x'],
    ['denied', [['key-auth'], ['acl', { deny: ['gold'] }]], { headers: key }, FORBIDDEN],
    [
      'anonymous without groups, allow',
      [
        ['key-auth', { anonymous: 'guest' }],
        ['acl', { allow: ['gold'] }],
      ],
      {},
      '401 Unauthorized',
    ],
    [
      'anonymous without groups, deny',
      [
        ['key-auth', { anonymous: 'guest' }],
        ['acl', { deny: ['gold'] }],
      ],
      {},
      '200 /base/x',
    ],
  ])('%s', (_, plugins, request, wanted) => {
    expect(end(ask(plugins, request))).toBe(wanted);
  });

  it('lists groups by the ids of their rows, and none as one space', () => {
    const plugins: readonly Plugin[] = [
      ['key-auth', { anonymous: 'guest' }],
      ['acl', { deny: ['x'] }],
    ];
    expect(sent(ask(plugins, { headers: key }), 'x-consumer-groups')).toBe('a,b, gold');
    expect(sent(ask(plugins), 'x-consumer-groups')).toBe(' ');
    expect(ask(plugins, { headers: key }).random).toBe(false);
    expect(ask(plugins, { headers: key, version: '3.4' }).random).toBe(true);
  });
});

describe('ip-restriction', () => {
  it.each<[string, object, string, string]>([
    ['a range', { allow: ['192.0.2.0/31'] }, '192.0.2.1', '200 /base/x'],
    ['outside of it', { allow: ['192.0.2.0/31'] }, '192.0.2.2', '403 IP address not allowed: 192.0.2.2'],
    ['deny wins', { allow: ['0.0.0.0/0'], deny: ['192.0.2.2'] }, '192.0.2.2', '403 IP address not allowed: 192.0.2.2'],
    ['IPv6 never holds IPv4', { allow: ['::/0'] }, '192.0.2.2', '403 IP address not allowed: 192.0.2.2'],
    ['IPv6', { allow: ['2001:db8::/33'] }, '2001:db8:7fff::1', '200 /base/x'],
    ['IPv6 outside', { allow: ['2001:db8::/33'] }, '2001:db8:8000::1', '403 IP address not allowed: 2001:db8:8000::1'],
    ['words of its own', { deny: ['192.0.2.2'], status: 451, message: 'go' }, '192.0.2.2', '451 go'],
    ['a status of no error', { deny: ['192.0.2.2'], status: 302 }, '192.0.2.2', '500 An unexpected error occurred'],
  ])('%s', (_, config, clientIp, wanted) => {
    expect(end(ask([['ip-restriction', config]], { clientIp }))).toBe(wanted);
  });
});

describe('bot-detection', () => {
  it.each<[string, object, string]>([
    ['okhttp/4', {}, '403 Forbidden'],
    ['python-requests/2', {}, '200 /base/x'],
    ['My Crawler 2', {}, '403 Forbidden'],
    ['Mozilla/5.0 (compatible; bingbot/2.0)', {}, '403 Forbidden'],
    ['NINGx', {}, '403 Forbidden'],
    ['xNING', {}, '200 /base/x'],
    ['Googlebot/2.1', { allow: ['Googlebot/2'] }, '200 /base/x'],
    ['tool/1', { deny: ['^TOOL'] }, '200 /base/x'],
    ['tool/1', { deny: ['o{2}l'] }, '403 Forbidden'],
  ])('%s %j', (agent, config, wanted) => {
    expect(end(ask([['bot-detection', config]], { headers: [['User-Agent', agent]] }))).toBe(wanted);
  });
});

describe('cors', () => {
  const several = ['https://a.test', 'https://b.test:8443', '.*\\.c\\.test'];
  it.each<[string, object, string | undefined, string | undefined]>([
    ['all', {}, 'https://x.test', '*'],
    ['one, whatever was asked', { origins: ['https://a.test'] }, 'https://x.test', 'https://a.test'],
    ['several, equal but for the port', { origins: several }, 'https://a.test:443', 'https://a.test'],
    ['several, another port', { origins: several }, 'https://a.test:444', undefined],
    ['a regex tests the host', { origins: several }, 'http://x.c.test:81', 'http://x.c.test:81'],
    ['to its end', { origins: several }, 'http://x.c.test.evil', undefined],
    ['none asked', { origins: several }, undefined, undefined],
    ['* among several', { origins: ['https://a.test', '*'] }, 'https://x.test', '*'],
    ['a port that is empty', { origins: several }, 'https://a.test:', undefined],
    ['with credentials', { credentials: true }, 'https://x.test', 'https://x.test'],
  ])('%s', (_, config, origin, wanted) => {
    const headers = origin === undefined ? [] : ([['Origin', origin]] as const);
    const judgement = ask([['cors', config], ['key-auth']], { headers });
    expect(end(judgement)).toBe(NO_KEY);
    expect(answered(judgement, 'access-control-allow-origin')).toBe(wanted);
  });
});

describe('request-size-limiting', () => {
  const small = { allowed_payload_size: 2, size_unit: 'bytes' };
  it.each<[string, object, Asked, string]>([
    [
      'chunked',
      { require_content_length: true },
      { method: 'POST', headers: [['Transfer-Encoding', 'chunked']] },
      '200 /base/x',
    ],
    [
      'expected',
      small,
      {
        method: 'POST',
        headers: [
          ['Expect', '100-Continue'],
          ['Content-Length', '3'],
        ],
      },
      '417 Request size limit exceeded',
    ],
    ['by the body itself', small, { method: 'POST', body: 'abc' }, '413 Request size limit exceeded'],
    [
      'a kilobyte',
      { allowed_payload_size: 1, size_unit: 'kilobytes' },
      { method: 'POST', headers: [['Content-Length', '1024']] },
      '200 /base/x',
    ],
  ])('%s', (_, config, request, wanted) => {
    expect(end(ask([['request-size-limiting', config]], request))).toBe(wanted);
  });
});

describe('request-termination', () => {
  it.each<[object, Asked, string, string | undefined]>([
    [{}, {}, '503 Service unavailable', 'application/json; charset=utf-8'],
    [{ status_code: 502 }, {}, '502 Bad Gateway', 'application/json; charset=utf-8'],
    [{ status_code: 418 }, {}, '418', undefined],
    [{ status_code: 204, message: 'm' }, {}, '204', undefined],
    [{ status_code: 200, content_type: 'text/html', body: 'b' }, {}, '200 b', 'text/html; charset=UTF-8'],
    [{ trigger: 'x-stop' }, { target: '/r?x-stop' }, '503 Service unavailable', 'application/json; charset=utf-8'],
    [{ trigger: 'x-stop' }, {}, '200 /base/x', undefined],
    [{ echo: true }, {}, 'undetermined', undefined],
  ])('%j %j', (config, request, wanted, type) => {
    const judgement = ask([['request-termination', config]], request);
    expect(end(judgement)).toBe(wanted);
    expect(answered(judgement, 'content-type')).toBe(type);
  });
});

describe('rate-limiting', () => {
  it('tells of the period with the fewest left, of equal ones the longer', () => {
    const judgement = ask([['rate-limiting', { minute: 5, hour: 5, policy: 'local' }]]);
    const told = Object.fromEntries(judgement.added ?? []);
    expect(told).toEqual({
      'x-ratelimit-limit-minute': '5',
      'x-ratelimit-remaining-minute': '4',
      'x-ratelimit-limit-hour': '5',
      'x-ratelimit-remaining-hour': '4',
      'ratelimit-limit': '5',
      'ratelimit-remaining': '4',
      'ratelimit-reset': String(3600 - (NOW % 3600)),
    });
  });
});

describe('request-transformer', () => {
  const at = (config: object, request: Asked, name: string) =>
    sent(ask([['request-transformer', config]], request), name);
  const X = { headers: [['X-A', '1']] } as const;

  it.each<[string, object, Asked, string, string | undefined]>([
    ['add an absent one', { add: { headers: ['X-B:2'] } }, X, 'x-b', '2'],
    ['add a present one', { add: { headers: ['x-a:2'] } }, X, 'x-a', '1'],
    ['replace a present one', { replace: { headers: ['x-a:2'] } }, X, 'x-a', '2'],
    ['replace an absent one', { replace: { headers: ['x-b:2'] } }, X, 'x-b', undefined],
    ['remove', { remove: { headers: ['X-A'] } }, X, 'x-a', undefined],
    ['rename', { rename: { headers: ['x-a:x-b'] } }, X, 'x-b', '1'],
    ['append', { append: { headers: ['x-a:2'] } }, X, 'x-a', '1|2'],
    ['an empty value', {}, { headers: [['X-A', '']] }, 'x-a', ' '],
    ['a template', { add: { headers: ["x-b:<$(headers.x_a or 'none')>"] } }, X, 'x-b', '<1>'],
    ['of nothing', { add: { headers: ["x-b:$(query_params.q or 'none')"] } }, X, 'x-b', 'none'],
    ['joined', { add: { headers: ["x-b:$(headers['x-a'] .. '!')"] } }, X, 'x-b', '1!'],
  ])('%s', (_, config, request, name, wanted) => {
    expect(at(config, request, name)).toBe(wanted);
  });

  it.each<[object, string]>([
    [{ add: { querystring: ['b:2'] }, remove: { querystring: ['a'] } }, '200 /base?b=2&z=0'],
    [{ rename: { querystring: ['a:c'] } }, '200 /base?c=1&z=0'],
    [{ append: { querystring: ['a:3'] } }, '200 /base?a=1&a=3&z=0'],
    [{ replace: { uri: '/else/$(query_params.a)' } }, '200 /else/1?z=0&a=1'],
    [{ add: { headers: ['x:$(os.time())'] } }, CRASH],
  ])('%j', (config, wanted) => {
    expect(end(ask([['request-transformer', config]], { target: '/r?z=0&a=1' }))).toBe(wanted);
  });
});

describe('response-transformer', () => {
  const challenge = (config: object) => {
    const { reply } = ask([['response-transformer', config], ['key-auth']]);
    return Object.fromEntries((reply?.headers ?? []).filter(([name]) => name !== 'content-type'));
  };

  it.each<[object, object]>([
    [{ remove: { headers: ['WWW-Authenticate'] } }, {}],
    [{ replace: { headers: ['www-authenticate:no'] } }, { 'www-authenticate': 'no' }],
    [{ rename: { headers: ['www-authenticate:x-was'] } }, { 'x-was': 'Key' }],
    [{ remove: { headers: ['www-authenticate'] }, add: { headers: ['www-authenticate:no'] } }, {}],
  ])('%j', (config, wanted) => {
    expect(challenge(config)).toEqual(wanted);
  });

  it('leaves open how a changed body is written', () => {
    expect(end(ask([['response-transformer', { add: { json: ['a:1'] } }], ['key-auth']]))).toBe('undetermined');
    expect(end(ask([['response-transformer', { add: { json: ['a:1'] } }]]))).toBe('200 /base/x');
  });
});

describe('functions', () => {
  it.each<[string, string]>([
    ['kong.service.request.set_header("apikey", "k1") -- a key', '200 /base/x'],
    ["kong.log.debug('x'); return kong.response.exit(401, 'no')", '401 no'],
    ['return kong.response.error(403, "no")', '403 no'],
    ['if true then kong.response.exit(401) end', 'undetermined'],
    ['kong.response.exit(401, tostring(1))', 'undetermined'],
    [' ', NO_KEY],
  ])('%s', (source, wanted) => {
    expect(end(ask([['pre-function', { access: [source] }], ['key-auth']]))).toBe(wanted);
  });
});

describe('what is decided elsewhere', () => {
  const ldap: Plugin = ['ldap-auth', { ldap_host: 'l.test', base_dn: 'dc=t', attribute: 'cn' }];
  const session: Plugin = ['session', { secret: 'x' }];
  it.each<[string, readonly Plugin[], Asked, string]>([
    ['a directory', [ldap], { headers: [['Authorization', basic('a:b').replace('Basic', 'LDAP')]] }, 'undetermined'],
    ['but not another scheme', [ldap], { headers: [['Authorization', basic('a:b')]] }, '401 Unauthorized'],
    [
      'an issued token',
      [['oauth2', { enable_client_credentials: true }]],
      { headers: [['Authorization', 'Bearer x']] },
      'undetermined',
    ],
    ['a session', [session], { headers: [['Cookie', 'session=x']] }, 'undetermined'],
    ['but not without its cookie', [session], { headers: [['Cookie', 'other=x']] }, '200 /base/x'],
  ])('%s', (_, plugins, request, wanted) => {
    expect(end(ask(plugins, request))).toBe(wanted);
  });
});

describe('which instance runs', () => {
  const stop = (message: string, scope: object, more: object = {}): Plugin => [
    'request-termination',
    { status_code: 403, message },
    { ...scope, ...more },
  ];
  const all: readonly (readonly [string, object])[] = [
    ['route service consumer', { route: 'r', service: 's', consumer: 'alice' }],
    ['route consumer', { route: 'r', consumer: 'alice' }],
    ['service consumer', { service: 's', consumer: 'alice' }],
    ['route service', { route: 'r', service: 's' }],
    ['consumer', { consumer: 'alice' }],
    ['route', { route: 'r' }],
    ['service', { service: 's' }],
    ['global', {}],
  ];

  it.each(all.map(([name], from) => [name, from] as const))('%s before what follows', (name, from) => {
    const plugins: readonly Plugin[] = [['key-auth'], ...all.slice(from).map(([text, scope]) => stop(text, scope))];
    expect(end(ask(plugins, { headers: key }))).toBe(`403 ${name}`);
  });

  it('is asked with the consumer known at that moment', () => {
    const mine = stop('mine', { consumer: 'guest' });
    expect(end(ask([['key-auth', { anonymous: 'guest' }], mine]))).toBe('403 mine');
    expect(end(ask([['key-auth', { anonymous: 'guest' }], mine], { headers: key }))).toBe('200 /base/x');
    expect(end(ask([stop('off', {}, { enabled: false })]))).toBe('200 /base/x');
  });
});

it('reads texts of the file as UTF-8 bytes', () => {
  const root = { consumers: [{ username: 'ü', keyauth_credentials: [{ key: 'schlüssel' }] }] };
  const judgement = ask([['key-auth']], { root, headers: [['apikey', toBytes('schlüssel')]] });
  expect(sent(judgement, 'x-consumer-username')).toBe(toBytes('ü'));
});

describe('request-transformer, as its Lua goes', () => {
  const JSON_TYPE = ['Content-Type', 'application/json'] as const;
  const FORM = { method: 'POST', headers: [['Content-Type', 'application/x-www-form-urlencoded']] } as const;

  it.each<[string, object, Asked, string]>([
    ['no path', { replace: { uri: '$(query_params.to)' } }, {}, CRASH],
    ['a path without a slash', { replace: { uri: 'x' } }, {}, CRASH],
    ['a path', { replace: { uri: '$(query_params.to or "/")' } }, {}, '200 /'],
    ['nil joined to a text', { add: { headers: ['x:$(headers.a .. "b")'] } }, {}, CRASH],
    ['a name that is not there', { add: { querystring: ['x:$(nobody)'] } }, {}, '200 /base/x?x='],
    ['its member', { add: { querystring: ['x:$(nobody.home)'] } }, {}, CRASH],
    ['a function', { add: { querystring: ['x:$(type(headers))'] } }, {}, 'undetermined'],
    [
      'a header that it has just added is seen by the query',
      { add: { headers: ['x-n:1'], querystring: ['q:$(headers["x-n"])'] } },
      {},
      '200 /base/x?q=1',
    ],
    [
      'but not where a template has asked for headers before',
      { add: { headers: ['x-n:1', 'x-m:$(headers.host)'], querystring: ['q:$(headers["x-n"])'] } },
      {},
      '200 /base/x?q=',
    ],
    [
      'an argument without a value is not appended to',
      { append: { querystring: ['a:1'] } },
      { target: '/r?a' },
      '200 /base?a=1',
    ],
    ['renamed to itself', { rename: { querystring: ['a:a'] } }, { target: '/r?a=1' }, '200 /base?a=1'],
    ['until 3.7 that is gone', { rename: { querystring: ['a:a'] } }, { target: '/r?a=1', version: '3.4' }, '200 /base'],
    ['nothing renamed', { rename: { querystring: ['a:b'] } }, { target: '/r?b=1' }, '200 /base?b=1'],
    [
      'until 3.7 what has the new name is gone',
      { rename: { querystring: ['a:b'] } },
      { target: '/r?b=1', version: '3.4' },
      '200 /base',
    ],
    [
      'a form becomes arguments',
      { http_method: 'GET' },
      { ...FORM, body: 'b=1&a', target: '/r?b=0' },
      '200 /base?a&b=0&b=1',
    ],
    ['two of a field join none', { http_method: 'GET' }, { ...FORM, body: 'b=1&b=2', target: '/r?b=0' }, CRASH],
    ['with a body it stays', { http_method: 'PUT' }, { ...FORM, body: 'b=1' }, '200 /base/x'],
    [
      'a scalar has no members',
      { add: { body: ['a:b'] } },
      { method: 'POST', headers: [JSON_TYPE], body: '"x"' },
      CRASH,
    ],
    [
      'a text may be looked into',
      { replace: { body: ['a:b'] } },
      { method: 'POST', headers: [JSON_TYPE], body: '"x"' },
      '200 /base/x',
    ],
    ['a number may not', { replace: { body: ['a:b'] } }, { method: 'POST', headers: [JSON_TYPE], body: '1' }, CRASH],
    [
      'broken JSON is left alone',
      { add: { body: ['a:b'] } },
      { method: 'POST', headers: [JSON_TYPE], body: '{' },
      '200 /base/x',
    ],
  ])('%s', (_, config, request, wanted) => {
    expect(end(ask([['request-transformer', config]], request))).toBe(wanted);
  });

  const X_A = {
    headers: [
      ['x-a', '1'],
      ['x-z', '2'],
    ],
  } as const;
  it.each<[string, object, Asked, string, string | undefined]>([
    ['gives the upstream another host', { replace: { headers: ['Host:other.test'] } }, {}, 'host', 'other.test'],
    ['adds none', { add: { headers: ['Host:other.test'] } }, {}, 'host', 'up.test'],
    ['an underscore removes no dash', { remove: { headers: ['x_a'] } }, X_A, 'x-a', '1'],
    ['an underscore replaces none, and stands beside', { replace: { headers: ['x_a:n'] } }, X_A, 'x_a', 'n'],
    ['an empty value changes nothing', { replace: { headers: ['x-a:'] } }, X_A, 'x-a', '1'],
    ['and adds nothing', { add: { headers: ['x-n:'] } }, X_A, 'x-n', undefined],
    ['a value that comes out empty is a space', { replace: { headers: ['x-a:$(nobody)'] } }, X_A, 'x-a', ' '],
    ['renamed to itself', { rename: { headers: ['x-a:x-a'] } }, X_A, 'x-a', '1'],
    ['until 3.7 that is gone', { rename: { headers: ['x-a:x-a'] } }, { ...X_A, version: '3.4' }, 'x-a', undefined],
  ])('%s', (_, config, request, name, wanted) => {
    expect(sent(ask([['request-transformer', config]], request), name)).toBe(wanted);
  });

  it('moves a header to the end of which only the case changes', () => {
    const { upstream } = ask([['request-transformer', { rename: { headers: ['x-a:X-A'] } }]], X_A);
    expect(upstream?.headers.map(([name]) => name)).toEqual(['host', 'x-z', 'x-a']);
  });
});

describe('global plugins', () => {
  const cors: Plugin = ['cors', { origins: ['https://a.test'] }];
  it.each<[string, Asked]>([
    ['404', { target: '/nowhere' }],
    [
      '426',
      {
        root: {
          services: [
            { name: 's', url: 'http://up.test', routes: [{ name: 'r', paths: ['/r'], protocols: ['https'] }] },
          ],
        },
      },
    ],
  ])('change the headers of %s', (status, request) => {
    const judgement = ask([cors], request);
    expect(judgement.reply?.status).toBe(Number(status));
    expect(answered(judgement, 'access-control-allow-origin')).toBe('https://a.test');
    expect(answered(ask([['cors', {}, { route: 'r' }]], request), 'access-control-allow-origin')).toBeUndefined();
  });
});
