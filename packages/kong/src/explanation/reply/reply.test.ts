import { describe, expect, it } from 'vitest';
import type { Check, Judgement } from '../../judgement/index.ts';
import type { Reply } from '../../wire/request.ts';
import { type ActualReply, authorOf, compareReply } from './index.ts';

const OWN = [['X-Kong-Response-Latency', '1']] as const;
const W1 = ['WWW-Authenticate', 'Bearer error="invalid_token"'] as const;
const actual = (status: number, body: string, ...headers: (readonly [string, string])[]): ActualReply => ({
  status,
  headers,
  body,
});

const TEMPLATE = (message: string) => `{\n  "message":"${message}",\n  "request_id":"0a1b2c"\n}`;
const HTML = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>Error</title>
  </head>
  <body>
    <h1>Error</h1>
    <p>Unauthorized.</p>
    <p>request_id: 0a1b2c</p>
  </body>
</html>
`;

describe('authorOf', () => {
  it.each([
    [
      'jwt, no token',
      actual(401, '{"message":"Unauthorized"}', ...OWN, ['www-authenticate', 'Bearer']),
      'gateway',
      'jwt',
      ['J10'],
    ],
    [
      'jwt, no credential',
      actual(401, `{"message":"No credentials found for given 'iss'"}`, ...OWN, W1),
      'gateway',
      'jwt',
      ['J36'],
    ],
    ['jwt of 3.4, without header', actual(401, '{"message":"Invalid signature"}', ...OWN), 'gateway', 'jwt', ['J53']],
    [
      'jwt, claims',
      actual(401, '{"nbf":"token not valid yet","exp":"token expired"}', ...OWN, W1),
      'gateway',
      'jwt',
      ['J60', 'J61'],
    ],
    ['jwt, headers switched off', actual(401, '{"message":"Invalid algorithm"}'), 'unknown', 'jwt', ['J40']],
    ['acl 401', actual(401, TEMPLATE('Unauthorized'), ...OWN), 'gateway', 'acl', []],
    ['acl 401 as HTML', actual(401, HTML, ...OWN), 'gateway', 'acl', []],
    ['acl 403', actual(403, TEMPLATE('You cannot consume this service'), ...OWN), 'gateway', 'acl', []],
    ['key-auth', actual(401, TEMPLATE('Unauthorized'), ...OWN, ['www-authenticate', 'Key']), 'gateway', 'key-auth', []],
    [
      'basic-auth',
      actual(401, TEMPLATE('Unauthorized'), ...OWN, ['www-authenticate', 'Basic realm="x"']),
      'gateway',
      'basic-auth',
      [],
    ],
    ['oauth2', actual(401, '{"error":"invalid_token","error_description":"x"}', ...OWN), 'gateway', 'oauth2', []],
    ['request-termination', actual(401, '{"message":"closed"}', ...OWN), 'gateway', 'request-termination', []],
    ['too large a body', actual(413, TEMPLATE('Payload too large'), ...OWN), 'gateway', 'core', ['P2c']],
    ['no route', actual(404, TEMPLATE('no Route matched with those values'), ...OWN), 'gateway', 'core', ['P3']],
    [
      'upstream by Via',
      actual(401, '{"message":"Invalid signature"}', ['Via', '1.1 kong/3.9.1']),
      'upstream',
      null,
      [],
    ],
    ['upstream by latency', actual(401, '', ['X-Kong-Upstream-Latency', '3']), 'upstream', null, []],
    ['a proxy in front', actual(401, '<html><center>nginx</center></html>', ['Server', 'nginx']), 'unknown', null, []],
    ['a text that others write too', actual(401, '{"message":"Unauthorized"}'), 'unknown', null, []],
  ] as const)('%s', (_, reply, hop, plugin, steps) => {
    expect(authorOf(reply)).toMatchObject({ hop, plugin, steps });
  });

  it.each([
    ['Server', 'kong/3.4.2', '3.4.2'],
    ['Server', 'kong/3.9.0.1-enterprise-edition', '3.9.0.1'],
    ['Via', '1.1 kong/3.9.1', '3.9.1'],
    ['Server', 'nginx/1.25', null],
  ])('%s: %s names Kong %s', (name, value, version) => {
    expect(authorOf(actual(401, '', [name, value])).version).toBe(version);
  });
});

describe('compareReply', () => {
  const plugin = { name: 'jwt' } as Check['plugin'];
  const judgement = (step: string | null, reply: Partial<Reply> | null, more: Partial<Judgement> = {}): Judgement => ({
    version: '3.9',
    flavor: 'traditional_compatible',
    outcome: reply === null ? 'proxied' : 'answered',
    reply: reply === null ? null : { status: 401, reason: 'Unauthorized', headers: [], body: '', ...reply },
    because: [],
    route: null,
    service: null,
    plugin: step?.startsWith('J') ? plugin : null,
    failed: step === null ? null : ({ step, name: 'x', outcome: 'fail', plugin } as Check),
    consumer: null,
    anonymous: false,
    upstream: null,
    path: [{ step: 'J10', plugin } as Check],
    log: [],
    surprises: [],
    random: false,
    ...more,
  });
  const body36 = `{"message":"No credentials found for given 'iss'"}`;
  const predicted36 = judgement('J36', { body: body36, headers: [['www-authenticate', W1[1]]] });

  it.each([
    ['the same', predicted36, actual(401, body36, ...OWN, W1), []],
    ['the same with a line break', predicted36, actual(401, `${body36}\n`, ...OWN, W1), []],
    [
      'another request id',
      judgement('P3', {
        status: 404,
        body: TEMPLATE('no Route matched with those values').replace('0a1b2c', '<request_id>'),
      }),
      actual(404, TEMPLATE('no Route matched with those values'), ...OWN),
      [],
    ],
    [
      'a body in random order',
      judgement('J60', { body: '{"exp":"token expired","nbf":"must be a number"}' }, { random: true }),
      actual(401, '{"nbf":"must be a number","exp":"token expired"}', ...OWN),
      [],
    ],
    ['proxied and answered by the upstream', judgement(null, null), actual(404, '', ['Via', '1.1 kong/3.9.1']), []],
    [
      'another check: the token is lost',
      predicted36,
      actual(401, '{"message":"Unauthorized"}', ...OWN, ['WWW-Authenticate', 'Bearer']),
      ['other-check', 'token-lost-on-the-way', 'other-configuration'],
    ],
    [
      'the credential is not there',
      judgement('J40', { body: '{"message":"Invalid algorithm"}' }),
      actual(401, body36, ...OWN, W1),
      ['other-check', 'credential-not-running', 'other-configuration'],
    ],
    [
      'another time',
      judgement('J60', { body: '{"exp":"token expired"}', headers: [['www-authenticate', W1[1]]] }),
      actual(401, '{"exp":"must be a number"}', ...OWN, W1),
      ['other-check', 'other-time', 'other-configuration'],
    ],
    [
      'a plugin that is not in the file',
      judgement(null, null),
      actual(403, TEMPLATE('You cannot consume this service'), ...OWN),
      ['plugin-not-in-file', 'other-configuration'],
    ],
    [
      'the upstream refused',
      predicted36,
      actual(401, '{"message":"nope"}', ['Via', '1.1 kong/3.9.1']),
      ['upstream-answered', 'other-configuration'],
    ],
    ['a hop in between', predicted36, actual(401, '<html></html>'), ['hop-in-between', 'other-configuration']],
    [
      'nothing follows without marks where Kong leaves none',
      judgement('J36', { body: body36 }, { unmarked: true }),
      actual(401, '<html></html>'),
      ['other-configuration'],
    ],
    ['an unmarked answer of the upstream', judgement(null, null, { unmarked: true }), actual(404, '<html></html>'), []],
    [
      'an unmarked text that acl alone writes',
      judgement(null, null, { unmarked: true }),
      actual(403, TEMPLATE('You cannot consume this service')),
      ['plugin-not-in-file', 'other-configuration'],
    ],
    [
      'an unmarked text that any upstream may write',
      judgement(null, null, { unmarked: true }),
      actual(403, '{"message":"no"}'),
      [],
    ],
    ['only the challenge', predicted36, actual(401, body36, ...OWN), ['header-changed']],
    [
      'another version',
      predicted36,
      actual(401, body36, ...OWN, ['Server', 'kong/3.4.2']),
      ['other-version', 'header-changed'],
    ],
    [
      'refused where it should pass',
      judgement(null, null),
      actual(401, body36, ...OWN, W1),
      ['other-check', 'credential-not-running', 'other-configuration'],
    ],
  ])('%s', (_, judged, reply, meanings) => {
    const compared = compareReply(judged, reply);
    expect(compared.meanings.map(({ id }) => id)).toEqual(meanings);
    expect(compared.outcome).toBe(meanings.length === 0 ? 'same' : 'different');
    expect(compared.differences.length > 0).toBe(meanings.length > 0);
  });

  it('says nothing where nothing could be predicted', () => {
    expect(compareReply(judgement(null, null, { outcome: 'undetermined' }), actual(401, body36)).outcome).toBe(
      'unknown',
    );
  });
});
