import type { Judgement } from '@why401/kong';
import { mintKey, secretKey } from '@why401/testkit/keys';
import { mintToken } from '@why401/testkit/tokens';
import { describe, expect, it } from 'vitest';
import { answerOf, ask, bearer, type GatewayRow, gatewayOf, judgeWith, NOW } from './gateways.ts';

const SECRET = 'a-secret-of-some-length';
const key = secretKey('HS256', 'k', SECRET);
const credentials = [{ key: 'app', secret: SECRET }];
const token = (claims: Readonly<Record<string, unknown>> = {}, other = key): string =>
  mintToken({ key: other, claims: { iss: 'app', ...claims } });
const good = bearer(token());
const forged = bearer(token({}, secretKey('HS256', 'k', 'other')));
const anonymous = { anonymous: 'anonymous' };
const jwt = (config: GatewayRow['jwt'] = {}): GatewayRow => ({ jwt: config, credentials });

const upstream = (judgement: Judgement): Readonly<Record<string, string>> =>
  Object.fromEntries(judgement.upstream?.headers ?? []);

describe('what the upstream is told', () => {
  const sent = {
    headers: [
      ['Authorization', `Bearer ${token()}`],
      ['X-Consumer-Groups', 'mine'],
      ['X-Credential-Username', 'mine'],
      ['X-Anonymous-Consumer', 'true'],
      ['Connection', 'X-Hop'],
      ['X-Hop', '1'],
      ['TE', 'trailers, deflate'],
      ['X-Forwarded-For', '10.0.0.1'],
    ],
  } as const;

  it('is the consumer and the credential', () => {
    const judgement = ask(jwt(), sent);
    expect(judgement.upstream?.path).toBe('/base/7');
    expect(upstream(judgement)).toEqual({
      te: 'trailers',
      host: 'upstream.test:8080',
      authorization: `Bearer ${token()}`,
      'x-consumer-groups': 'mine',
      'x-credential-username': 'mine',
      'x-consumer-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-consumer-custom-id': 'c-1',
      'x-consumer-username': 'alice',
      'x-credential-identifier': 'app',
    });
    expect(judgement.upstream?.headers.slice(-4).map(([name]) => name)).toEqual([
      'x-consumer-id',
      'x-consumer-custom-id',
      'x-consumer-username',
      'x-credential-identifier',
    ]);
  });

  it('is without X-Credential-Username until 2.8', () => {
    expect(upstream(ask(jwt(), sent, { version: '2.8' }))).not.toHaveProperty('x-credential-username');
  });

  it('is the anonymous consumer', () => {
    expect(upstream(ask(jwt(anonymous), {}))).toMatchObject({
      'x-consumer-username': 'anonymous',
      'x-anonymous-consumer': 'true',
    });
  });

  it('is the Host of the client where the Route preserves it', () => {
    const row = { ...jwt(), route: { preserve_host: true } };
    expect(upstream(ask(row, { ...good, host: 'API.test:81' }))).toMatchObject({ host: 'API.test:81' });
  });

  it('is escaped where it would break a line', () => {
    const row = { jwt: {}, credentials: [{ key: 'a\nb', secret: SECRET }] };
    expect(upstream(ask(row, bearer(token({ iss: 'a\nb' }))))).toMatchObject({ 'x-credential-identifier': 'a%0Ab' });
  });
});

describe('the error log', () => {
  const crash = { headers: [['Authorization', 'Bearer MQ.MQ.']] } as const;

  it.each([
    [
      '3.9',
      [
        "[error] [kong] init.lua:406 [jwt] /usr/local/share/lua/5.1/kong/plugins/jwt/jwt_parser.lua:268: attempt to index local 'header' (a number value)",
      ],
    ],
    [
      '3.4',
      [
        "[error] [kong] init.lua:363 [jwt] /usr/local/share/lua/5.1/kong/plugins/jwt/jwt_parser.lua:196: attempt to index local 'header' (a number value)",
      ],
    ],
    [
      '2.8',
      [
        "[error] [kong] init.lua:297 [jwt] /usr/local/share/lua/5.1/kong/plugins/jwt/jwt_parser.lua:206: attempt to index local 'header' (a number value)",
      ],
    ],
    ['3.7', ["[error] [kong] [jwt] attempt to index local 'header' (a number value)"]],
  ] as const)('of %s names the line where it is known', (version, log) => {
    expect(ask(jwt(), crash, { version }).log).toEqual(log);
  });

  it('holds nothing for a 401', () => {
    expect(ask(jwt(), forged).log).toEqual([]);
  });
});

describe('which instance runs', () => {
  const top = (...plugins: readonly object[]) => ({ more: { plugins }, credentials });
  const instance = (claim: string, scope: object = {}) => ({
    name: 'jwt',
    config: { key_claim_name: claim },
    ...scope,
  });
  const named = (row: GatewayRow): unknown => ask(row, good).failed?.data;

  it.each<[string, GatewayRow, string]>([
    ['the only one', top(instance('global')), 'global'],
    ['service before global', top(instance('global'), instance('service', { service: 'orders' })), 'service'],
    [
      'route before service',
      top(instance('service', { service: 'orders' }), instance('route', { route: 'orders' })),
      'route',
    ],
    [
      'route with service before route',
      top(instance('route', { route: 'orders' }), instance('both', { route: 'orders', service: 'orders' })),
      'both',
    ],
    [
      'one that is switched off does not',
      top(instance('global'), instance('route', { route: 'orders', enabled: false })),
      'global',
    ],
  ])('%s', (_, row, claim) => {
    expect(named(row)).toMatchObject({ claim });
  });

  it.each<[string, object, string]>([
    ['a condition', { condition: 'http.method == "GET"' }, 'runs under a condition, which is not modelled'],
    ['a template', { enabled: '${{ env "DECK_X" }}' }, 'is perhaps not enabled'],
  ])('is not known with %s', (_, scope, why) => {
    const gateway = { ...gatewayOf(top(instance('global'))) };
    const plugins = gateway.plugins.map((plugin) => ({
      ...plugin,
      raw: { name: 'jwt', ...scope },
      unknownFields: Object.keys(scope).filter((name) => name === 'enabled'),
    }));
    expect(answerOf(judgeWith({ ...gateway, plugins }, good))).toEqual(['undetermined', `the plugin jwt ${why}`]);
  });

  it('none', () => {
    expect(answerOf(ask({ credentials }, {}))).toEqual(['proxied', null]);
  });
});

describe('plugins that are not modelled', () => {
  const refused = ['J53', 401, '{"message":"Invalid signature"}', 'Bearer error="invalid_token"'];
  const not = (name: string, why = 'is not modelled and runs before the verdict') => [
    'undetermined',
    `the plugin ${name} ${why}`,
  ];
  const lambda = { name: 'aws-lambda', config: { function_name: 'f' } };
  const lua = (name: string) => not(name, 'depends on its Lua code, which is not run here');
  const cors = { name: 'cors' };
  const preflight = {
    method: 'OPTIONS',
    headers: [
      ['Origin', 'https://a.test'],
      ['Access-Control-Request-Method', 'GET'],
    ],
  } as const;

  it.each<[string, object, Parameters<typeof ask>[1], readonly unknown[]]>([
    ['one that comes later does not matter to a 401', lambda, forged, refused],
    ['but to an acceptance', lambda, good, not('aws-lambda')],
    [
      'one that comes earlier does',
      { name: 'mtls-auth' },
      forged,
      not(
        'mtls-auth',
        'depends on the certificate of the client, which is not part of the request, and runs before the verdict',
      ),
    ],
    [
      'one that may rewrite the answer does',
      { name: 'grpc-web' },
      forged,
      not('grpc-web', 'is not modelled and may rewrite the answer'),
    ],
    ['but not an answer of the upstream', { name: 'proxy-cache', config: { strategy: 'memory' } }, forged, refused],
    ['one that only observes does not', { name: 'prometheus' }, good, ['proxied', 'alice']],
    ['one that adds a header does not', { name: 'zipkin' }, good, ['proxied', 'alice']],
    ['cors adds headers only', cors, forged, refused],
    ['cors answers preflights', cors, preflight, ['cors-preflight', 200, '']],
    ['functions of another phase', { name: 'pre-function', config: { log: ['return'] } }, forged, refused],
    ['functions', { name: 'pre-function', config: { access: ['return'] } }, forged, lua('pre-function')],
    [
      'functions on the answer',
      { name: 'post-function', config: { header_filter: ['return'] } },
      forged,
      lua('post-function'),
    ],
  ])('%s', (_, plugin, request, answer) => {
    expect(answerOf(ask({ ...jwt(), plugins: [plugin as Readonly<Record<string, unknown>>] }, request))).toEqual(
      answer,
    );
  });
});

describe('Routes', () => {
  const route = (change: object) => ({ ...jwt(), route: change as GatewayRow['route'] & object });
  const routes = (...all: readonly object[]) => ({
    ...jwt(),
    more: { routes: all.map((one) => ({ service: 'orders', ...one })) },
  });
  const chosen = (row: GatewayRow, target: string, host = 'api.test'): unknown => {
    const judgement = ask(row, { ...good, target, host });
    return judgement.outcome === 'undetermined' ? answerOf(judgement) : (judgement.route?.name ?? null);
  };

  it.each<[string, GatewayRow, string, unknown]>([
    ['none', jwt(), '/other', null],
    ['prefix without a segment boundary', jwt(), '/ordersX', 'orders'],
    ['the longest prefix', routes({ name: 'long', paths: ['/orders/7'] }), '/orders/7/x', 'long'],
    ['a plain host beats a longer path', routes({ name: 'host', hosts: ['api.test'] }), '/orders/7', 'host'],
    [
      'a plain host beats more attributes',
      routes({ name: 'host', hosts: ['api.test'] }, { name: 'two', paths: ['/orders'], methods: ['GET'] }),
      '/orders/7',
      'host',
    ],
    [
      'a Service that is switched off has no Routes',
      {
        ...jwt(),
        more: {
          services: [{ name: 'off', host: 'off.test', enabled: false, routes: [{ name: 'off', paths: ['/orders'] }] }],
        },
      },
      '/orders',
      null,
    ],
    ['a host in another case does not match', routes({ name: 'host', hosts: ['API.test'] }), '/orders/7', 'orders'],
    ['a wildcard host', routes({ name: 'wild', hosts: ['*.test'], paths: ['/orders'] }), '/orders/7', 'wild'],
    ['a method', routes({ name: 'method', methods: ['GET'], paths: ['/orders'] }), '/orders', 'method'],
    ['a regex', routes({ name: 're', paths: ['~/orders/\\d+'] }), '/orders/7', 're'],
    ['headers', routes({ name: 'h', headers: { 'x-a': ['1'] }, paths: ['/orders'] }), '/orders', 'orders'],
    ['headers of another path', routes({ name: 'h', headers: { 'x-a': ['1'] }, paths: ['/x'] }), '/orders', 'orders'],
  ])('%s', (_, row, target, name) => {
    expect(chosen(row, target)).toEqual(name);
  });

  it.each<[string, object, Parameters<typeof ask>[1], Parameters<typeof ask>[2], readonly unknown[]]>([
    [
      'no Route',
      {},
      { target: '/x' },
      {},
      ['P3', 404, '{\n  "message":"no Route matched with those values",\n  "request_id":"<request_id>"\n}'],
    ],
    [
      'no Route',
      {},
      { target: '/x' },
      { version: '2.8' },
      ['P3', 404, '{"message":"no Route matched with those values"}'],
    ],
    [
      'https only',
      { protocols: ['https'] },
      {},
      {},
      ['P4', 426, '{\n  "message":"Please use HTTPS protocol",\n  "request_id":"<request_id>"\n}'],
    ],
    ['https only, over https', { protocols: ['https'] }, { scheme: 'https', ...good }, {}, ['proxied', 'alice']],
    ['http only takes https', { protocols: ['http'] }, { scheme: 'https', ...good }, {}, ['proxied', 'alice']],
  ])('%s', (_, change, request, version, answer) => {
    expect(answerOf(ask(route(change), request, version))).toEqual(answer);
  });

  it.each([[['/orders', '/orders/7']], [['/orders/7', '/orders']]])('strip the longest of %j', (paths) => {
    expect(ask(route({ paths }), { ...good, target: '/orders/7/x' }).upstream?.path).toBe('/base/x');
  });

  it('redirect with a page of nginx', () => {
    const judgement = ask(route({ protocols: ['https'], https_redirect_status_code: 302 }), {
      host: 'API.test:8000',
      target: '/orders?x#y',
    });
    expect(judgement.reply).toEqual({
      status: 302,
      reason: 'Moved Temporarily',
      headers: [
        ['content-type', 'text/html'],
        ['location', 'https://api.test/orders?x#y'],
      ],
      body: '<html>\r\n<head><title>302 Found</title></head>\r\n<body>\r\n<center><h1>302 Found</h1></center>\r\n</body>\r\n</html>\r\n',
    });
  });

  it('without a Service answer 503 behind the plugins', () => {
    const row = {
      ...jwt(),
      more: { routes: [{ name: 'alone', paths: ['/alone'] }], plugins: [{ name: 'jwt', route: 'alone' }] },
    };
    expect(ask(row, { ...good, target: '/alone' }).reply?.status).toBe(503);
    expect(answerOf(ask(row, { target: '/alone' }))).toEqual(['J10', 401, '{"message":"Unauthorized"}', 'Bearer']);
  });
});

describe('going on past a failing check', () => {
  const expired = bearer(token({ exp: 1 }, secretKey('HS256', 'k', 'other')));
  const row = jwt({ claims_to_verify: ['exp'] });
  const step = (assume: readonly string[]): unknown => answerOf(ask(row, expired, { assume }));

  it('shows the next one', () => {
    expect(step([])).toEqual(['J53', 401, expect.anything(), expect.anything()]);
    expect(step(['J53'])).toEqual(['J60', 401, '{"exp":"token expired"}', 'Bearer error="invalid_token"']);
    expect(step(['signature'])).toEqual(step(['J53']));
    expect(step(['J53', 'J60'])).toEqual(['proxied', 'alice']);
  });

  it('marks what was assumed', () => {
    const { path } = ask(row, expired, { assume: ['J53'] });
    expect(path.filter(({ assumed }) => assumed).map(({ step: name, outcome }) => [name, outcome])).toEqual([
      ['J53', 'pass'],
    ]);
  });

  it('says what could not be judged without the missing part', () => {
    const unknown = bearer(token({ iss: 'nobody', exp: NOW + 60 }));
    const judgement = ask(row, unknown, { assume: ['credential'] });
    expect(judgement.outcome).toBe('undetermined');
    expect(judgement.path.filter(({ outcome }) => outcome === 'unknown').map(({ name }) => name)).toEqual([
      'algorithm',
      'key',
      'public key',
      'signature',
      'signature',
      'consumer',
    ]);
    expect(answerOf(ask(row, bearer(token({ iss: 'nobody', exp: 1 })), { assume: ['credential'] }))).toEqual([
      'J60',
      401,
      '{"exp":"token expired"}',
      'Bearer error="invalid_token"',
    ]);
  });
});

it('a credential whose consumer is gone is refused without a challenge', () => {
  const gateway = gatewayOf(jwt());
  const jwtSecrets = gateway.jwtSecrets.map((secret) => ({ ...secret, consumer: null }));
  const body = '{"message":"Could not find consumer for \'iss=app\'"}';
  expect(answerOf(judgeWith({ ...gateway, jwtSecrets }, good))).toEqual(['J70', 401, body]);
});

it('judges one loaded configuration by several versions', () => {
  const rs = mintKey('RS256');
  const label = rs.publicPem.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY');
  const gateway = gatewayOf({ jwt: {}, credentials: [{ key: 'app', algorithm: 'ES256', rsa_public_key: label }] });
  const request = bearer(mintToken({ key: rs, header: { alg: 'ES256' }, claims: { iss: 'app' }, signAs: 'RS256' }));
  const step = (version: '3.3' | '3.4') => judgeWith(gateway, request, { version }).failed?.step;
  expect([step('3.3'), step('3.4'), step('3.3')]).toEqual(['J50', 'J51', 'J50']);
});

describe('acceptances that should worry', () => {
  const ids = (row: GatewayRow, request: Parameters<typeof ask>[1]): readonly string[] =>
    ask(row, request).surprises.map(({ id }) => id);

  it.each<[string, GatewayRow, Parameters<typeof ask>[1], readonly string[]]>([
    ['nothing', jwt(), bearer(token({ exp: NOW + 1 })), []],
    ['expired, not looked at', jwt(), bearer(token({ exp: NOW })), ['kong-jwt-expired-but-accepted']],
    [
      'too early, not looked at',
      jwt({ claims_to_verify: ['exp'] }),
      bearer(token({ exp: NOW + 9, nbf: NOW + 1 })),
      ['kong-jwt-not-yet-valid-but-accepted'],
    ],
    ['a forged token let in', jwt(anonymous), forged, ['kong-jwt-anonymous-accepts']],
    ['no token is no surprise', jwt(anonymous), {}, []],
    [
      'headers on a preflight',
      jwt({ run_on_preflight: false }),
      { method: 'OPTIONS', headers: [['X-Consumer-ID', '1']] },
      ['kong-jwt-preflight-unchecked'],
    ],
    ['a preflight without them', jwt({ run_on_preflight: false }), { method: 'OPTIONS' }, []],
  ])('%s', (_, row, request, found) => {
    expect(ids(row, request)).toEqual(found);
  });

  it('keep the refusal that nobody gets to see', () => {
    expect(ask(jwt(anonymous), forged).surprises[0]?.data).toEqual({
      step: 'J53',
      discarded: 'Invalid signature',
      anonymous: 'anonymous',
    });
  });
});

describe('what the file does not hold', () => {
  const template = '${{ env "DECK_X" }}';
  const because = ['undetermined', 'the plugin jwt depends on env:DECK_X, which the file does not hold'];

  it.each<[string, GatewayRow, Parameters<typeof ask>[1], readonly unknown[]]>([
    ['a secret', { jwt: {}, credentials: [{ key: 'app', secret: template }] }, good, because],
    [
      'a secret that is not asked for',
      { jwt: {}, credentials: [{ key: 'other', secret: template }] },
      good,
      ['J36', 401, '{"message":"No credentials found for given \'iss\'"}', 'Bearer error="invalid_token"'],
    ],
    ['a key that could be the one', { jwt: {}, credentials: [{ key: template, secret: SECRET }] }, good, because],
    [
      'a key beside the one',
      { jwt: {}, credentials: [...credentials, { key: template, secret: SECRET }] },
      good,
      ['proxied', 'alice'],
    ],
    ['the name of a claim', jwt({ key_claim_name: template }), good, because],
    ['the name of a header', jwt({ header_names: [template] }), good, because],
    ['anonymous, not needed', jwt({ anonymous: template }), good, ['proxied', 'alice']],
    ['anonymous, needed', jwt({ anonymous: template }), forged, because],
  ])('%s', (_, row, request, answer) => {
    expect(answerOf(ask(row, request))).toEqual(answer);
  });
});

it('an unknown version decides nothing', () => {
  expect(answerOf(ask(jwt(), good, { release: '9.9' }))).toEqual(['undetermined', 'Kong 9.9 is not known here']);
});
