import { describe, expect, it } from 'vitest';
import { readKeys } from '../keys/index.ts';
import { encodeBase64url, readToken } from '../parse/index.ts';
import type { Crypto } from '../ports/index.ts';
import { line } from '../report/index.ts';
import { buildTimeline } from './build.ts';
import { keySetView } from './key-set.ts';
import type { GatewayLife, KeySetView, TimelineEntry } from './model.ts';
import { spanText } from './words/text.ts';
import { timelineWords } from './words/timeline-words.ts';

const encode = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const token = (claims: object, header: object = { alg: 'RS256', kid: 'a1' }) =>
  readToken(`${encode(header)}.${encode(claims)}.c2ln`);
const s = (clock: string): number => Date.parse(`2026-03-01T${clock}:00Z`) / 1000;
const ms = (clock: string): number => s(clock) * 1000;

const build = (entries: readonly TimelineEntry[], now = ms('14:10')) => buildTimeline(entries, { now, zone: 'UTC' });
const live = { iat: s('14:00'), exp: s('14:20') };

/** `kind@HH:MM` of every end; `?` behind the ones that depend on somebody. */
const ends = (entry: Omit<TimelineEntry, 'name'>): string[] =>
  (build([{ name: 'T', ...entry }]).lives[0]?.ends ?? []).map(({ kind, at, certain }) => {
    const when = at === null ? 'some-day' : new Date(at).toISOString().slice(11, 16);
    return `${kind}@${when}${certain ? '' : '?'}`;
  });

const keySet = (...kids: (string | null)[]): KeySetView => ({ name: 'jwks.json', keys: kids.map((kid) => ({ kid })) });
const broken: KeySetView = {
  name: 'jwks.json',
  keys: [{ kid: 'a1', problem: { code: 'key-broken', message: 'n is missing.' } }],
};

describe('every end of life', () => {
  it.each<[string, Omit<TimelineEntry, 'name'>, string[]]>([
    ['exp', { token: token(live) }, ['exp@14:20', 'key-removed@some-day?', 'revoked@some-day?']],
    ['no exp', { token: token({}) }, ['key-removed@some-day?', 'revoked@some-day?']],
    ['an HMAC token', { token: token(live, { alg: 'HS256' }) }, ['exp@14:20', 'revoked@some-day?']],
    ['an opaque token', { token: readToken('0123456789abcdef0123456789abcdef') }, ['revoked@some-day?']],
    [
      'auth_time and max_age',
      { token: token({ ...live, auth_time: s('14:00') }), maxAge: 300 },
      ['max-age@14:05?', 'exp@14:20', 'key-removed@some-day?', 'revoked@some-day?'],
    ],
    [
      'max_age without auth_time',
      { token: token(live), maxAge: 300 },
      ['exp@14:20', 'max-age@some-day?', 'key-removed@some-day?', 'revoked@some-day?'],
    ],
    [
      'a broken x5c',
      { token: token(live, { alg: 'RS256', x5c: ['AAAA', 7] }) },
      ['exp@14:20', 'certificate@some-day?', 'key-removed@some-day?', 'revoked@some-day?'],
    ],
    [
      'its key in the set',
      { token: token(live), keySet: keySet('b', 'a1') },
      ['exp@14:20', 'key-removed@some-day?', 'revoked@some-day?'],
    ],
    [
      'its key gone from the set',
      { token: token(live), keySet: keySet('b') },
      ['key-gone@14:10', 'exp@14:20', 'revoked@some-day?'],
    ],
    [
      'its key unusable in the set',
      { token: token(live), keySet: broken },
      ['key-gone@14:10', 'exp@14:20', 'revoked@some-day?'],
    ],
    [
      'an empty set',
      { token: token(live, { alg: 'RS256' }), keySet: keySet() },
      ['key-gone@14:10', 'exp@14:20', 'revoked@some-day?'],
    ],
    [
      'no kid and several keys',
      { token: token(live, { alg: 'RS256' }), keySet: keySet('a', 'b') },
      ['exp@14:20', 'key-removed@some-day?', 'revoked@some-day?'],
    ],
  ])('%s', (_, entry, wanted) => {
    expect(ends(entry)).toEqual(wanted);
  });

  const tlv = (tag: number, ...contents: readonly number[][]): number[] => {
    const content = contents.flat();
    return [tag, content.length, ...content];
  };
  const text = (value: string): number[] => [...value].map((character) => character.charCodeAt(0));
  const empty = tlv(0x30);
  const validity = tlv(0x30, tlv(0x17, text('250101000000Z')), tlv(0x17, text('260301141500Z')));
  const certificate = encodeBase64url(Uint8Array.from(tlv(0x30, tlv(0x30, tlv(2, [1]), empty, empty, validity))));

  it('names when a certificate of the token or of its key in the set expires', () => {
    const inToken = ends({ token: token(live, { alg: 'RS256', kid: 'a1', x5c: [certificate] }) });
    const inSet = ends({
      token: token(live),
      keySet: { name: 'k', keys: [{ kid: 'a1', certificates: [certificate] }] },
    });
    for (const list of [inToken, inSet]) expect(list).toContain('certificate@14:15?');
  });

  it('is not ended by what only some verifiers ask for', () => {
    const entry = { name: 'T', token: token({ ...live, auth_time: s('14:00') }), maxAge: 300 };
    expect(build([entry]).lives[0]?.standings[0]?.verdict.state).toBe('valid');
  });

  it('refuses a token whose key is gone, from the time at which that is known', () => {
    const entry = { name: 'T', token: token(live), keySet: keySet('b') };
    expect(build([entry]).lives[0]?.standings[0]?.verdict).toEqual({
      state: 'ended',
      since: ms('14:10'),
      by: 'key-gone',
    });
    const { lives } = buildTimeline([entry], { now: ms('14:10'), at: ms('14:05'), zone: 'UTC' });
    expect(lives[0]?.standings.map(({ mark, verdict }) => `${mark} ${verdict.state}`)).toEqual([
      'at valid',
      'now ended',
    ]);
  });
});

describe('a key set', () => {
  const crypto: Crypto = {
    loadPublicKey: () => undefined,
    verify: () => undefined,
    hmac: () => new Uint8Array(),
    digest: () => new Uint8Array(),
    exportSpkiPem: () => '',
  };

  it('keeps kids, certificates and what makes a key unusable', () => {
    const text = JSON.stringify({
      keys: [
        { kty: 'RSA', kid: 'a1', x5c: ['Q0VSVA', 1] },
        { kty: 'RSA', kid: 'a2', n: 'AQAB', e: 'AQAB' },
      ],
    });
    const view = keySetView('jwks.json', readKeys(text, crypto), text);
    expect(view.keys.map(({ kid, certificates }) => [kid, certificates])).toEqual([
      ['a1', ['Q0VSVA']],
      ['a2', undefined],
    ]);
    expect(view.keys[0]?.problem?.message).toBeTruthy();
  });
});

const jwt = (more: Partial<GatewayLife>): GatewayLife => ({
  name: 'jwt (service orders)',
  basis: [],
  window: { kind: 'window', from: null, fromBy: null, until: null, untilBy: null },
  ends: [],
  notEnds: [],
  ...more,
});

describe('a gateway', () => {
  const late = { code: 'exp-not-checked', message: 'claims_to_verify is unset: exp is never looked at.' };
  const sentences = (gateway: GatewayLife, now: number): string[] => {
    const report = timelineWords(build([{ name: 'A', token: token(live), gateways: [gateway] }], now), {
      alphabet: 'ascii',
    });
    const block = report.sections.find(({ id }) => id === 'verdict')?.blocks[0];
    return block?.kind === 'text' ? block.lines.map(spanText) : [];
  };

  it('that does not look at exp accepts an expired token', () => {
    expect(sentences(jwt({ lenient: { late } }), ms('17:32'))).toEqual([
      'A is expired now (17:32) for RFC 7519: since 14:20:00Z, 3 h 12 min ago.',
      'A would be accepted although expired now (17:32) for jwt (service orders): it expired at 14:20:00Z, 3 h 12 min ago. claims_to_verify is unset: exp is never looked at.',
    ]);
  });

  it('that agrees shares the sentence', () => {
    const window = { kind: 'window', from: null, fromBy: null, until: ms('14:20'), untilBy: 'exp' } as const;
    expect(sentences(jwt({ window }), ms('14:10'))).toEqual([
      'A is valid now (14:10) for RFC 7519 and jwt (service orders): 10 min left, until 14:20:00Z.',
    ]);
  });

  it('says what it answers, and who is let through all the same', () => {
    const window = {
      kind: 'window',
      from: ms('14:15'),
      fromBy: 'maximum_expiration',
      until: null,
      untilBy: null,
    } as const;
    const instead = { code: 'anonymous', message: 'It is let through as the anonymous consumer guest.' };
    const gateway = jwt({ window, instead, replyAt: () => '401 {"exp":"exceeds maximum allowed expiration"}' });
    expect(sentences(gateway, ms('14:10'))[1]).toBe(
      'A is not valid yet now (14:10) for jwt (service orders): maximum_expiration lets it begin at 14:15:00Z, in 5 min. ' +
        'It answers 401 {"exp":"exceeds maximum allowed expiration"}. It is let through as the anonymous consumer guest.',
    );
  });

  it.each([
    ['refuses it: 401 {"x":"y"}.', 'refuses it: 401 {"x":"y"}.'],
    ['refuses it.', 'refuses it. It answers 401 {"x":"y"}.'],
  ])('says once what it answers at any time: %s', (message, wanted) => {
    const window = { kind: 'never', by: 'claims', problem: { code: 'refused', message } } as const;
    expect(sentences(jwt({ window, replyAt: () => '401 {"x":"y"}' }), ms('14:10'))[1]).toBe(
      `A is refused now (14:10) for jwt (service orders), and at any other time: ${wanted}`,
    );
  });

  it('adds its own ends and what is none', () => {
    const end = {
      kind: 'cache',
      effect: 'ends',
      at: null,
      certain: false,
      basis: [],
      sentence: line`Some day.`,
    } as const;
    const life = build([
      {
        name: 'A',
        token: token(live),
        gateways: [jwt({ ends: [end], notEnds: [{ kind: 'x', basis: [], sentence: line`Not.` }] })],
      },
    ]).lives[0];
    expect(life?.ends.map(({ kind }) => kind)).toContain('cache');
    expect(life?.notEnds.map(({ kind }) => kind)).toEqual(['newer-token', 'logout', 'x']);
  });
});

describe('tokens of one subject', () => {
  const who = { iss: 'i', sub: 'u' };
  const named = (name: string, claims: object): TimelineEntry => ({ name, token: token({ ...who, ...claims }) });
  const spans = (...entries: TimelineEntry[]) => {
    const span = build(entries).subjects[0];
    const clock = (instant: number | null) => (instant === null ? '…' : new Date(instant).toISOString().slice(11, 16));
    return {
      overlaps: span?.overlaps.map(
        ({ first, second, from, until }) => `${first}${second} ${clock(from)}-${clock(until)}`,
      ),
      gaps: span?.gaps.map(({ after, before, from, until }) => `${after}${before} ${clock(from)}-${clock(until)}`),
    };
  };

  it.each<[string, TimelineEntry[], { overlaps: string[] | undefined; gaps: string[] | undefined }]>([
    [
      'overlap',
      [named('A', { iat: s('14:00'), exp: s('14:20') }), named('B', { iat: s('14:10'), exp: s('14:30') })],
      { overlaps: ['AB 14:10-14:20'], gaps: [] },
    ],
    [
      'leave a gap',
      [named('B', { iat: s('14:30'), exp: s('14:40') }), named('A', { iat: s('14:00'), exp: s('14:20') })],
      { overlaps: [], gaps: ['AB 14:20-14:30'] },
    ],
    [
      'follow each other',
      [named('A', { iat: s('14:00'), exp: s('14:20') }), named('B', { nbf: s('14:20'), exp: s('14:30') })],
      { overlaps: [], gaps: [] },
    ],
    [
      'stand inside each other',
      [
        named('A', { iat: s('14:00'), exp: s('14:50') }),
        named('B', { iat: s('14:10'), exp: s('14:20') }),
        named('C', { iat: s('14:40'), exp: s('14:55') }),
      ],
      { overlaps: ['AB 14:10-14:20', 'AC 14:40-14:50'], gaps: [] },
    ],
    [
      'have no end',
      [named('A', { iat: s('14:00') }), named('B', { iat: s('14:10') })],
      { overlaps: ['AB 14:10-…'], gaps: [] },
    ],
    [
      'are another subject',
      [named('A', live), { name: 'B', token: token({ iss: 'i', sub: 'v', ...live }) }],
      { overlaps: undefined, gaps: undefined },
    ],
    ['cannot be read', [named('A', { exp: 'x' }), named('B', live)], { overlaps: [], gaps: [] }],
  ])('%s', (_, entries, wanted) => {
    expect(spans(...entries)).toEqual(wanted);
  });

  it('are told when they are one token', () => {
    expect(build([named('A', live), named('B', live)]).lives[1]?.remarks[0]?.code).toBe('token-given-twice');
  });
});
