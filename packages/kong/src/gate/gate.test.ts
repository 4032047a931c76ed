import { toJson, toText } from '@why401/core/report';
import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { mintToken, secretKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../core/schema/validator.ts';
import {
  countsOf,
  createGate,
  type GateCase,
  type Gated,
  gateDocument,
  gateJunit,
  gateReport,
  readRequestLine,
} from './index.ts';

const NOW = 1_764_000_000;
const crypto = createCrypto();
const ports = { crypto, clock: fixedClock(NOW * 1000) };
const secret = 'the secret of this test, long enough';
const token = mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', exp: NOW - 60 } });

const kong = (plugins: string, more = ''): string => `_format_version: "3.0"
services:
- name: shop
  url: http://shop.internal
  routes: [{name: orders, paths: [/orders]}]
  plugins: [${plugins}]
${more}
consumers:
- username: app
  jwt_secrets: [{key: app, secret: "${secret}"}]
`;
const JWT = '{name: jwt}';
const request = {
  method: 'GET',
  scheme: 'https',
  host: 'a.example',
  target: '/orders/7?page=2',
  headers: [['authorization', `Bearer ${token}`]],
};

function judged(before: string, after: string, line: object = { request }): GateCase | string {
  const gating = createGate(
    [{ name: 'old.yaml', text: before }],
    [{ name: 'new.yaml', text: after }],
    { zone: 'UTC' },
    ports,
  );
  if (!gating.ok) return gating.problems.map(({ code }) => code).join();
  const read = readRequestLine(JSON.stringify(line), 'r.ndjson:1');
  if (!read.ok) return read.problem.code;
  return gating.gate.judge(read.request);
}

const bare = { request: { ...request, target: '/orders/7' } };

describe('an answer under two configurations', () => {
  it.each<[string, string, string, GateCase['outcome'], readonly string[]]>([
    ['the same file', kong(JWT), kong(JWT), 'same', []],
    [
      'a claim that is checked now',
      kong(JWT),
      kong('{name: jwt, config: {claims_to_verify: [exp]}}'),
      'changed',
      ['outcome', 'status', 'body', 'header.content-type', 'header.www-authenticate'],
    ],
    [
      'another realm, for who is refused',
      kong('{name: jwt, config: {claims_to_verify: [exp]}}'),
      kong('{name: jwt, config: {claims_to_verify: [exp], realm: b}}'),
      'changed',
      ['header.www-authenticate'],
    ],
    [
      'the guard taken away',
      kong(JWT),
      kong(''),
      'changed',
      [
        'upstream.header.x-consumer-id',
        'upstream.header.x-consumer-username',
        'upstream.header.x-credential-identifier',
      ],
    ],
    [
      'another path upstream',
      kong(JWT),
      kong(JWT).replace('shop.internal', 'shop.internal/v2'),
      'changed',
      ['upstream.path'],
    ],
    [
      'Lua on one side',
      kong(JWT),
      kong(`${JWT}, {name: pre-function, config: {access: ["require('our.rules').run()"]}}`),
      'undetermined',
      [],
    ],
    ['a plugin that nobody knows', kong(JWT), kong(`${JWT}, {name: our-own-plugin}`), 'undetermined', []],
  ])('%s', (_, before, after, outcome, fields) => {
    const one = judged(before, after, bare);
    if (typeof one === 'string') throw new Error(one);
    expect([one.outcome, one.differences.map(({ field }) => field)]).toEqual([outcome, fields]);
  });

  it('says why another route takes it', () => {
    const more = '- {name: v2, url: "http://v2.internal", routes: [{name: orders-v2, paths: [/orders/7]}]}';
    const one = judged(kong(''), kong('', more), bare);
    expect(typeof one === 'string' ? one : one.moved).toBe(
      'Route orders-v2 takes it now, and route orders does not: a prefix of 7 bytes comes behind one of 9.',
    );
  });

  it.each<[string, string, string, object, string]>([
    ['an old file that Kong refuses', kong('{name: nope, foo: 1}'), kong(''), bare, 'config-refused'],
    ['a file that nobody can read', 'services: [', kong(''), bare, 'yaml-syntax'],
    ['a line without a host', kong(''), kong(''), { request: { method: 'GET' } }, 'request-unreadable'],
  ])('%s is a problem', (_, before, after, line, code) => expect(judged(before, after, line)).toBe(code));

  it('is judged at the time of its own line', () => {
    const strict = kong('{name: jwt, config: {claims_to_verify: [exp]}}');
    const one = judged(kong(JWT), strict, { ...bare, now: NOW - 3600 });
    expect(typeof one === 'string' ? one : one.outcome).toBe('same');
  });
});

describe('what is told of it', () => {
  const one = judged(kong(JWT), kong('{name: jwt, config: {claims_to_verify: [exp]}}'), { id: 'a<b>&"c"', request });
  if (typeof one === 'string') throw new Error(one);
  const gated: Gated = {
    version: '3.9',
    before: 'old.yaml',
    after: 'new.yaml',
    cases: [one, { ...one, outcome: 'undetermined' }, { ...one, outcome: 'same' }],
    refusals: [],
  };

  it('counts', () => expect(countsOf(gated)).toEqual({ same: 1, changed: 1, undetermined: 1 }));

  it('is a document of the schema', () => {
    expect(schemaErrors(JSON.parse(toJson('gate', gateDocument(gated))))).toEqual([]);
  });

  it('is XML that a reader of JUnit takes', () => {
    const text = gateJunit(gated);
    expect(text).toContain('tests="3" failures="1" errors="1"');
    expect(text).toContain('name="a&lt;b&gt;&amp;&quot;c&quot; GET https://a.example/orders/7"');
    expect(text.match(/<testcase/g)?.length).toBe(3);
  });

  it('fails where Kong refuses the new file', () => {
    const refused: Gated = {
      ...gated,
      cases: [],
      refusals: [{ path: ['plugins', 0, 'foo'], message: 'unknown field' }],
    };
    expect(gateJunit(refused)).toContain('failures="1"');
    expect(gateReport(refused).title).toContain('Kong refuses the new configuration');
  });

  it('holds no token and no secret', () => {
    const told = [
      gateJunit(gated),
      JSON.stringify(gateDocument(gated)),
      toText(gateReport(gated), { width: 100, color: false, unicode: true }),
    ].join('\n');
    for (const hidden of [secret, token, token.split('.')[2] ?? token]) expect(told.includes(hidden)).toBe(false);
  });
});
