import { readToken } from '@why401/core/parse';
import { toJson } from '@why401/core/report';
import { buildTimeline, type GatewayLife, timelineJson, timelineWords } from '@why401/core/timeline';
import { createCrypto } from '@why401/node/crypto';
import { mintKey, mintToken, NOW_MS, NOW_SECONDS, secretKey } from '@why401/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../core/schema/validator.ts';
import { loadGateway } from '../config/index.ts';
import { readRelease } from '../versions/index.ts';
import { lifetimesOf } from './index.ts';

type Claims = Readonly<Record<string, unknown>> | string;

const crypto = createCrypto();
const key = secretKey('HS256', 'a1', 'a secret of the tests');
const other = mintKey('HS256');

/** Plugins as flow YAML: `jwt {claims_to_verify: [exp]}`. */
function gatewayOf(plugins: readonly string[]) {
  const text = [
    '_format_version: "3.0"',
    'services:',
    '- name: orders',
    '  url: http://127.0.0.1:9100',
    '  plugins:',
    ...plugins.map((one) =>
      one.replace(/^(\S+) ?(.*)$/, '  - {name: $1, config: $2}').replace('config: }', 'config: {}}'),
    ),
    'consumers:',
    '- username: alice',
    '  jwt_secrets:',
    '  - {key: orders-app, secret: a secret of the tests}',
    '- username: guest',
  ].join('\n');
  const loaded = loadGateway(
    [{ name: 'kong.yaml', text }],
    { version: '3.9', flavor: 'traditional_compatible' },
    { crypto },
  );
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.gateway;
}

const release = (() => {
  const read = readRelease('3.9');
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
})();

const tokenOf = (claims: Claims, by = key) => readToken(mintToken({ key: by, claims }));
const lives = (plugin: string, claims: Claims, by = key): GatewayLife[] =>
  lifetimesOf(tokenOf(claims, by), { gateway: gatewayOf([plugin]), release, crypto });

const iss = 'orders-app';
const now = NOW_SECONDS;

/** `from..until`, in seconds from now. */
function spell(life: GatewayLife | undefined): string {
  const window = life?.window;
  if (window === undefined) return 'no judge';
  if (window.kind === 'never') return `never: ${window.by}`;
  if (window.kind === 'unknown') return `unknown: ${window.problem.code}`;
  const at = (ms: number | null): string => (ms === null ? '' : String(ms / 1000 - now));
  return `${at(window.from)}${window.fromBy === null ? '' : ` ${window.fromBy}`}..${at(window.until)}`;
}

describe('when Kong’s jwt accepts a token', () => {
  it.each<[string, Claims, string]>([
    ['jwt {}', { iss, exp: now + 60, nbf: now + 5 }, '..'],
    ['jwt {claims_to_verify: [exp]}', { iss, exp: now + 60, nbf: now + 5 }, '..60'],
    ['jwt {claims_to_verify: [nbf]}', { iss, exp: now + 60, nbf: now + 5 }, '5 nbf..'],
    ['jwt {claims_to_verify: [exp, nbf]}', { iss, exp: now + 60, nbf: now + 5 }, '5 nbf..60'],
    // Whole seconds: a fraction lasts until the next one.
    ['jwt {claims_to_verify: [exp, nbf]}', { iss, exp: now + 60.5, nbf: now + 5.5 }, '6 nbf..61'],
    ['jwt {claims_to_verify: [exp]}', { iss, exp: `${now}` }, 'never: claims'],
    ['jwt {claims_to_verify: [exp]}', { iss }, 'never: claims'],
    ['jwt {claims_to_verify: [nbf]}', { iss, exp: now }, 'never: claims'],
    ['jwt {claims_to_verify: [exp]}', `{"iss":"${iss}","exp":1e999}`, '..'],
    ['jwt {claims_to_verify: [exp]}', `{"iss":"${iss}","exp":NaN}`, '..'],
    ['jwt {claims_to_verify: [exp]}', { iss, exp: now * 1000 }, `..${now * 999}`],
    // A limit on what is left: refused at first, taken later.
    [
      'jwt {claims_to_verify: [exp], maximum_expiration: 300}',
      { iss, exp: now + 3600 },
      '3300 maximum_expiration..3600',
    ],
    [
      'jwt {claims_to_verify: [exp, nbf], maximum_expiration: 300}',
      { iss, exp: now + 600, nbf: now + 400 },
      '400 nbf..600',
    ],
    ['jwt {claims_to_verify: [exp], maximum_expiration: 0.5}', { iss, exp: now + 60 }, '60 maximum_expiration..60'],
    [
      'jwt {claims_to_verify: [exp], maximum_expiration: 300}',
      `{"iss":"${iss}","exp":1e999}`,
      'never: maximum lifetime',
    ],
    // The hole: without claims_to_verify the limit alone is checked, texts and all.
    ['jwt {maximum_expiration: 300}', { iss, exp: now + 3600 }, '3300 maximum_expiration..'],
    ['jwt {maximum_expiration: 300}', { iss, exp: ` ${now + 3600} ` }, '3300 maximum_expiration..'],
    ['jwt {maximum_expiration: 300}', { iss, exp: 'soon' }, 'never: maximum lifetime'],
    ['jwt {maximum_expiration: 300}', { iss }, 'never: maximum lifetime'],
    ['jwt {claims_to_verify: [exp]}', { iss: 'orders-app/', exp: now + 60 }, 'never: credential'],
    ['jwt {claims_to_verify: [exp]}', { exp: now + 60 }, 'never: key claim'],
    ['jwt {key_claim_name: kid, claims_to_verify: [exp]}', { iss, exp: now + 60 }, 'never: credential'],
  ])('%s with %j: %s', (plugin, claims, wanted) => {
    expect(spell(lives(plugin, claims)[0])).toBe(wanted);
  });

  it('never, where the signature is another’s', () => {
    expect(spell(lives('jwt {}', { iss }, other)[0])).toBe('never: signature');
    const [unseen] = lifetimesOf(tokenOf({ iss }, other), { gateway: gatewayOf(['jwt {}']), release });
    expect(spell(unseen)).toBe('..');
  });

  it('not known, where the file has gaps or is not taken', () => {
    const gateway = { ...gatewayOf(['jwt {}']), refusals: [{ path: [], message: 'no' }] };
    expect(spell(lifetimesOf(tokenOf({ iss }), { gateway, release })[0])).toBe('unknown: config-refused');
    expect(lifetimesOf(readToken('opaque'), { gateway: gatewayOf(['jwt {}']), release }).map(spell)).toEqual([
      'never: decoded',
    ]);
  });

  it('as its checks say at every second', () => {
    const claim = fc.oneof(
      fc.integer({ min: -400, max: 400 }).map((offset) => now + offset),
      fc.integer({ min: -800, max: 800 }).map((offset) => now + offset / 4),
      fc.constantFrom('1', null, true, undefined, 1e300, -1e300),
    );
    const config = fc.constantFrom(
      '{}',
      '{claims_to_verify: [exp]}',
      '{claims_to_verify: [exp, nbf]}',
      '{claims_to_verify: [exp], maximum_expiration: 100}',
      '{maximum_expiration: 0.5}',
    );
    const gateways = new Map<string, ReturnType<typeof gatewayOf>>();
    fc.assert(
      fc.property(config, claim, claim, fc.integer({ min: -500_000, max: 500_000 }), (fields, exp, nbf, offset) => {
        const gateway = gateways.get(fields) ?? gatewayOf([`jwt ${fields}`]);
        gateways.set(fields, gateway);
        const at = NOW_MS + offset;
        const [life] = lifetimesOf(tokenOf({ iss, exp, nbf }), { gateway, release });
        const window = life?.window;
        const inside =
          window?.kind === 'window' &&
          at >= (window.from ?? Number.NEGATIVE_INFINITY) &&
          at < (window.until ?? Infinity);
        expect(inside).toBe(life?.replyAt?.(at) === undefined);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what it answers', () => {
  it.each([
    ['jwt {claims_to_verify: [exp]}', { iss, exp: now }, '401 {"exp":"token expired"}'],
    ['jwt {claims_to_verify: [nbf]}', { iss, nbf: now + 1 }, '401 {"nbf":"token not valid yet"}'],
    ['jwt {claims_to_verify: [nbf]}', { iss, nbf: now }, undefined],
    [
      'jwt {claims_to_verify: [exp], maximum_expiration: 9}',
      { iss, exp: now + 10 },
      '401 {"exp":"exceeds maximum allowed expiration"}',
    ],
    ['jwt {claims_to_verify: [exp], maximum_expiration: 10}', { iss, exp: now + 10 }, undefined],
    ['jwt {maximum_expiration: 9}', { iss, exp: true }, '500'],
    ['jwt {}', { iss: 'x' }, `401 {"message":"No credentials found for given 'iss'"}`],
  ])('%s with %j', (plugin, claims, wanted) => {
    expect(lives(plugin, claims)[0]?.replyAt?.(NOW_MS)).toBe(wanted);
  });
});

describe('what it answers to two wrong times', () => {
  it('is one body, in an order that Kong picks', () => {
    const reply = lives('jwt {claims_to_verify: [exp, nbf]}', { iss, exp: now, nbf: now + 1 })[0]?.replyAt?.(NOW_MS);
    expect(JSON.parse(reply?.slice('401 '.length) ?? '')).toEqual({ exp: 'token expired', nbf: 'token not valid yet' });
  });
});

describe('what ends a token in Kong, and what does not', () => {
  const kinds = (plugin: string, claims: Claims) => {
    const [life] = lives(plugin, claims);
    return [life?.ends.map(({ kind }) => kind), life?.notEnds.map(({ kind }) => kind)];
  };

  it.each<[string, Claims, string[], string[]]>([
    [
      'jwt {}',
      { iss, exp: now + 60 },
      ['credential-removed'],
      ['exp-not-checked', 'revocation-not-asked', 'key-set-not-read'],
    ],
    [
      'jwt {claims_to_verify: [exp]}',
      { iss, exp: now + 60 },
      ['kong-exp', 'credential-removed'],
      ['revocation-not-asked', 'key-set-not-read'],
    ],
    [
      'jwt {claims_to_verify: [exp], maximum_expiration: 9}',
      { iss, exp: now + 60 },
      ['kong-exp', 'maximum-expiration', 'credential-removed'],
      ['revocation-not-asked', 'key-set-not-read'],
    ],
    ['jwt {claims_to_verify: [exp]}', { iss: 'x' }, [], ['revocation-not-asked', 'key-set-not-read']],
    ['openid-connect {}', { exp: now + 60 }, ['kong-exp', 'key-set-cache'], ['revocation-not-asked']],
    [
      'openid-connect {introspect_jwt_tokens: true, max_age: 60}',
      { exp: now + 60, auth_time: now },
      ['kong-exp', 'max-age', 'introspection-cache', 'key-set-cache'],
      [],
    ],
  ])('%s with %j', (plugin, claims, ends, notEnds) => {
    expect(kinds(plugin, claims)).toEqual([ends, notEnds]);
  });

  it('says what anonymous makes of a refusal', () => {
    const instead = (anonymous: string) =>
      lives(`jwt {claims_to_verify: [exp], anonymous: ${anonymous}}`, { iss, exp: now })[0]?.instead?.code;
    expect(instead('guest')).toBe('let-through-as-anonymous');
    expect(instead('nobody')).toBe('anonymous-missing');
    expect(lives('jwt {maximum_expiration: 9, anonymous: guest}', { iss, exp: 'x' })[0]?.instead).toBeUndefined();
  });

  it('leaves out a limit that the token kept from the start', () => {
    const plugin = 'jwt {claims_to_verify: [exp], maximum_expiration: 300}';
    expect(kinds(plugin, { iss, iat: now, exp: now + 300 })[0]).toEqual(['kong-exp', 'credential-removed']);
    expect(kinds(plugin, { iss, iat: now, exp: now + 301 })[0]).toEqual([
      'kong-exp',
      'maximum-expiration',
      'credential-removed',
    ]);
  });

  it('gives every statement a basis', () => {
    for (const life of [...lives('jwt {}', { iss, exp: now }), ...lives('openid-connect {}', { exp: now })]) {
      const statements = [life, ...life.ends, ...life.notEnds];
      expect(statements.filter(({ basis }) => basis.length === 0)).toEqual([]);
    }
    expect(lives('openid-connect {}', { exp: now })[0]?.ends.some(({ certain }) => certain)).toBe(false);
  });
});

describe('when openid-connect accepts a token, by its documents', () => {
  it.each<[string, Claims, string]>([
    ['openid-connect {}', { exp: now + 60 }, '..60'],
    ['openid-connect {leeway: 30}', { exp: now + 60, nbf: now, iat: now }, '-30 nbf..90'],
    ['openid-connect {}', { exp: now + 60, iat: now + 5 }, '5 iat..60'],
    ['openid-connect {verify_claims: false}', { exp: now - 60 }, '..'],
    ['openid-connect {}', { exp: 'x' }, 'unknown: time-not-a-number'],
  ])('%s with %j: %s', (plugin, claims, wanted) => {
    expect(spell(lives(plugin, claims)[0])).toBe(wanted);
  });
});

describe('several instances', () => {
  it('that are equal answer once', () => {
    const gateway = gatewayOf(['jwt {}', 'jwt {}', 'jwt {claims_to_verify: [exp]}', 'cors {}']);
    expect(lifetimesOf(tokenOf({ iss }), { gateway, release }).map(({ name }) => name)).toEqual([
      'jwt (service orders) and 1 more',
      'jwt (service orders)',
    ]);
  });
});

describe('an instance that is switched off', () => {
  it('says nothing', () => {
    const gateway = gatewayOf(['jwt {}']);
    const plugins = gateway.plugins.map((plugin) => ({ ...plugin, enabled: false }));
    expect(lifetimesOf(tokenOf({ iss }), { gateway, release, plugins })).toEqual([]);
  });
});

describe('in the timeline', () => {
  const said = (plugin: string, claims: Claims): string[] => {
    const token = tokenOf(claims);
    const gateways = lifetimesOf(token, { gateway: gatewayOf([plugin]), release, crypto });
    const timeline = buildTimeline([{ name: 'A', token, gateways }], { now: NOW_MS, zone: 'UTC' });
    const block = timelineWords(timeline, { alphabet: 'ascii' }).sections.find(({ id }) => id === 'verdict')?.blocks[0];
    return block?.kind === 'text' ? block.lines.map((line) => line.map(({ text }) => text).join('')) : [];
  };

  it.each<[string, Claims]>([
    ['jwt {}', { iss, exp: now - 9, nbf: now + 9 }],
    ['jwt {}', { iss, exp: 'x' }],
    ['jwt {claims_to_verify: [exp], anonymous: guest, maximum_expiration: 9}', { iss, exp: now + 10 }],
    ['jwt {claims_to_verify: [exp]}', { iss, exp: 'x' }],
    ['openid-connect {max_age: 9}', { exp: now, auth_time: now }],
  ])('%s with %j keeps to the published schema', (plugin, claims) => {
    const token = tokenOf(claims);
    const gateways = lifetimesOf(token, { gateway: gatewayOf([plugin]), release, crypto });
    const timeline = buildTimeline([{ name: 'A', token, gateways }], { now: NOW_MS, at: NOW_MS - 5000, zone: 'UTC' });
    expect(schemaErrors(JSON.parse(toJson('timeline', timelineJson(timeline))))).toEqual([]);
  });

  it('an expired token that Kong takes is named', () => {
    expect(said('jwt {}', { iss, exp: now - 11_520 })[1]).toBe(
      'A would be accepted although expired now (12:00) for jwt (service orders): it expired at 08:48:00Z, 3 h 12 min ago. ' +
        'claims_to_verify is unset on jwt (kong.yaml:6:5), so exp is never looked at.',
    );
  });

  it('a refusal says what Kong answers, and who gets through all the same', () => {
    expect(said('jwt {claims_to_verify: [exp], anonymous: guest}', { iss, exp: now - 60 })[1]).toBe(
      'A is expired now (12:00) for jwt (service orders): since 11:59:00Z, 1 min ago. It answers 401 {"exp":"token expired"}. ' +
        'Kong lets the request through all the same, as the anonymous consumer guest (kong.yaml:6:62).',
    );
  });
});
