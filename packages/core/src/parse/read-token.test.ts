import { describe, expect, it } from 'vitest';
import { decodeLenient, encodeBase64url, type JwsToken, readToken, type Token } from './index.ts';

const utf8 = new TextEncoder();
const b64 = (text: string): string => encodeBase64url(utf8.encode(text));
const octets = (...bytes: number[]): string => encodeBase64url(new Uint8Array(bytes));
const HEADER = b64('{"alg":"HS256","typ":"JWT"}');
const PAYLOAD = b64('{"iss":"https://op.example","exp":1700000000}');
const SIGNATURE = encodeBase64url(new Uint8Array(32).fill(7));
const codes = (token: Token): string[] => token.problems.map((problem) => problem.code);
const remarks = (token: Token): string[] => token.remarks.map((remark) => remark.code);
const jws = (header: string, payload: string, signature = SIGNATURE): Token =>
  readToken(`${header}.${payload}.${signature}`);

describe('a clean token', () => {
  const token = jws(HEADER, PAYLOAD) as JwsToken;
  it('is read whole, with nothing to report', () => {
    expect(token).toMatchObject({
      kind: 'jws',
      plain: true,
      problems: [],
      remarks: [],
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { iss: 'https://op.example', exp: 1_700_000_000 },
      signingInput: `${HEADER}.${PAYLOAD}`,
      signatureText: SIGNATURE,
      nested: undefined,
    });
    expect(token.signature).toEqual(new Uint8Array(32).fill(7));
    expect(new TextDecoder().decode(token.borrowSigningOctets())).toBe(token.signingInput);
  });
  it('gives every part its range', () => {
    const ranges = token.parts.map(({ name, place }) => [name, token.text.slice(place.from, place.to)]);
    expect(ranges).toEqual([
      ['header', HEADER],
      ['payload', PAYLOAD],
      ['signature', SIGNATURE],
    ]);
  });
  it('keeps its own octets after another token was read', () => {
    const octets = token.signature;
    jws(HEADER, PAYLOAD, encodeBase64url(new Uint8Array(32).fill(9)));
    expect(octets).toEqual(new Uint8Array(32).fill(7));
    expect(new TextDecoder().decode(token.borrowSigningOctets())).toBe(token.signingInput);
  });
});

describe('every length of a payload, by the quick and the slow way', () => {
  it.each(Array.from({ length: 70 }, (_, n) => [n]))('%i characters', (n) => {
    const claims = { s: 'x'.repeat(n), n };
    const quick = jws(HEADER, b64(JSON.stringify(claims))) as JwsToken;
    const slow = jws(HEADER, b64(JSON.stringify({ ...claims, u: 'ü' }))) as JwsToken;
    expect([quick.plain, quick.claims, codes(quick)]).toEqual([true, claims, []]);
    expect([slow.plain, slow.claims, codes(slow)]).toEqual([false, { ...claims, u: 'ü' }, []]);
  });
});

const signed: readonly [name: string, text: string, codes: string[], claims?: unknown][] = [
  ['padding', `${HEADER}.${b64('{"a":12}')}=.${SIGNATURE}`, ['base64-padding'], { a: 12 }],
  [
    'standard alphabet',
    `${HEADER}.${b64('{"a":"??>"}').replaceAll('_', '/').replaceAll('-', '+')}.${SIGNATURE}`,
    ['base64-standard-alphabet'],
    { a: '??>' },
  ],
  ['blank inside', `${HEADER}. ${PAYLOAD}.${SIGNATURE}`, ['base64-invalid-character'], expect.anything()],
  ['zero width inside', `${HEADER}.\u200b${PAYLOAD}.${SIGNATURE}`, ['base64-invalid-character'], expect.anything()],
  ['unused bits', `${HEADER}.${b64('{"a":1}').slice(0, -1)}R.${SIGNATURE}`, ['base64-not-canonical'], { a: 1 }],
  ['length 1 mod 4', `${HEADER}.${b64('{"a":1}')}AAA.${SIGNATURE}`, ['base64-length', 'not-json']],
  [
    'signature unused bits',
    `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}d`,
    ['base64-not-canonical'],
    expect.anything(),
  ],
  ['signature of one character', `${HEADER}.${PAYLOAD}.A`, ['base64-length'], expect.anything()],
  ['empty signature', `${HEADER}.${PAYLOAD}.`, [], expect.anything()],
  ['empty payload', `${HEADER}..${SIGNATURE}`, ['part-empty']],
  ['empty header', `.${PAYLOAD}.${SIGNATURE}`, ['part-empty'], expect.anything()],
  ['two dots', '..', ['part-empty', 'part-empty']],
  ['header array', `${b64('["alg"]')}.${PAYLOAD}.`, ['not-an-object'], expect.anything()],
  ['payload null', `${HEADER}.${b64('null')}.`, ['not-an-object']],
  ['payload string', `${HEADER}.${b64('"x"')}.`, ['not-an-object']],
  ['payload array', `${HEADER}.${b64('[{"exp":1}]')}.`, ['not-an-object']],
  ['payload number', `${HEADER}.${b64('12')}.`, ['not-an-object']],
  ['not JSON', `${HEADER}.${b64('hello')}.`, ['not-json']],
  ['trailing comma', `${HEADER}.${b64('{"a":1,}')}.`, ['not-json']],
  ['two values', `${HEADER}.${b64('{}{}')}.`, ['not-json']],
  ['NaN', `${HEADER}.${b64('{"exp":NaN}')}.`, ['not-json']],
  ['leading zero', `${HEADER}.${b64('{"exp":01}')}.`, ['not-json']],
  ['raw NUL', `${HEADER}.${b64('{"a":"\0"}')}.`, ['not-json']],
  ['duplicate', `${HEADER}.${b64('{"a":1,"a":2}')}.`, ['duplicate-member'], { a: 2 }],
  ['duplicate after a blank', `${HEADER}.${b64('{"a" :1,"a":2}')}.`, ['duplicate-member'], { a: 2 }],
  ['duplicate spelled with an escape', `${HEADER}.${b64('{"a":1,"\\u0061":2}')}.`, ['duplicate-member'], { a: 2 }],
  ['duplicate inside', `${HEADER}.${b64('{"c":{"x":"1","x":"1"}}')}.`, ['duplicate-member'], { c: { x: '1' } }],
  ['duplicate in an array', `${HEADER}.${b64('{"c":[{"x":[],"x":{}}]}')}.`, ['duplicate-member'], expect.anything()],
  [
    'duplicate __proto__',
    `${HEADER}.${b64('{"__proto__":1,"__proto__":2}')}.`,
    ['duplicate-member'],
    expect.anything(),
  ],
  [
    'invalid UTF-8',
    `${HEADER}.${octets(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d)}.`,
    ['invalid-utf8'],
    { a: '\ufffd' },
  ],
  [
    'overlong UTF-8',
    `${HEADER}.${octets(0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d)}.`,
    ['invalid-utf8'],
    expect.anything(),
  ],
  ['UTF-16', `${HEADER}.${octets(0xff, 0xfe, 0x7b, 0, 0x7d, 0)}.`, ['invalid-utf8', 'not-json']],
  ['byte order mark', `${HEADER}.${octets(0xef, 0xbb, 0xbf, 0x7b, 0x7d)}.`, ['byte-order-mark'], {}],
  ['64 levels', `${HEADER}.${b64(`{"a":${'['.repeat(63)}${']'.repeat(63)}}`)}.`, [], expect.anything()],
  ['65 levels', `${HEADER}.${b64(`{"a":${'['.repeat(64)}${']'.repeat(64)}}`)}.`, ['json-too-deep']],
  ['100,000 levels', `${HEADER}.${b64('['.repeat(100_000))}.`, ['json-too-deep']],
  ['many short objects', `${HEADER}.${b64(`{"a":[${Array(100).fill('{}').join()}]}`)}.`, [], expect.anything()],
  ['2000 members', `${HEADER}.${b64(manyMembers(2000))}.`, [], expect.anything()],
  ['2001 members', `${HEADER}.${b64(manyMembers(2001))}.`, ['json-too-many-members']],
];

function manyMembers(count: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`m${i}`, i])));
}

describe('three segments', () => {
  it.each(signed)('%s', (_, text, expected, claims) => {
    const token = readToken(text) as JwsToken;
    expect([token.kind, codes(token)]).toEqual(['jws', expected]);
    expect(token.claims).toEqual(claims);
    const all = text.length;
    for (const { place } of token.problems) {
      expect(place?.from).toBeGreaterThanOrEqual(0);
      expect(place?.to).toBeLessThanOrEqual(all);
    }
  });
});

describe('ranges of problems', () => {
  it.each([
    [`${HEADER}.${PAYLOAD}=.x`, 'base64-padding', '='],
    [`${HEADER}.${PAYLOAD.slice(0, 8)} ${PAYLOAD.slice(8)}.`, 'base64-invalid-character', ' '],
    [`${HEADER}.${PAYLOAD}.+AAA`, 'base64-standard-alphabet', '+'],
    [`${HEADER}.${PAYLOAD}.QR`, 'base64-not-canonical', 'R'],
  ])('%#', (text, code, characters) => {
    const found = readToken(text).problems.find((problem) => problem.code === code);
    expect(text.slice(found?.place?.from, found?.place?.to)).toBe(characters);
  });
});

describe('remarks: allowed, but notable', () => {
  it.each([
    ['lone surrogate', '{"a":"\\ud800"}', ['lone-surrogate']],
    ['reversed pair', '{"a":"\\udc00\\ud800"}', ['lone-surrogate', 'lone-surrogate']],
    ['whole pair', '{"a":"\\ud83d\\ude00"}', []],
    ['1e999', '{"exp":1e999}', ['number-out-of-range']],
    ['-0', '{"exp":-0}', ['number-out-of-range']],
    ['30 digits', `{"exp":${'1'.repeat(30)}}`, ['number-out-of-range']],
    ['1e2', '{"exp":1e2}', []],
    ['escaped NUL', '{"a":"\\u0000"}', ['claims-control-characters']],
    ['terminal escape', '{"sub":"\\u001b]0;x"}', ['claims-control-characters']],
    ['DEL', '{"sub":"\x7f"}', ['claims-control-characters']],
    ['C1', '{"sub":"\u009b1m"}', ['claims-control-characters']],
    ['override in a name', '{"\u202e":"x"}', ['invisible-characters']],
    ['escaped slash', '{"iss":"https:\\/\\/op"}', []],
  ])('%s', (_, payload, expected) => {
    const token = jws(HEADER, b64(payload)) as JwsToken;
    expect(token.problems).toEqual([]);
    expect(remarks(token)).toEqual(expected);
    expect(token.claims).toEqual(JSON.parse(payload));
  });
});

describe('other kinds', () => {
  const five = `${b64('{"alg":"dir","enc":"A128GCM"}')}..${b64('123456789012')}.${b64('secret')}.${b64('1234567890123456')}`;
  it.each([
    ['JWE', five, 'jwe', []],
    ['JWE without its tag', five.slice(0, five.lastIndexOf('.') + 1), 'jwe', ['part-empty']],
    ['JWE with padding', `${five}==`, 'jwe', ['base64-padding']],
    ['two segments', `${HEADER}.${PAYLOAD}`, 'opaque', ['segments-wrong-number']],
    ['four segments', `${HEADER}.${PAYLOAD}.a.b`, 'opaque', ['segments-wrong-number']],
    ['six segments', `${HEADER}.${PAYLOAD}.a.b.c.d`, 'opaque', ['segments-wrong-number']],
    ['a megabyte of dots', '.'.repeat(1_000_000), 'opaque', ['segments-wrong-number']],
    ['too long', 'a'.repeat(1024 * 1024 + 1), 'opaque', ['token-oversized']],
    [
      'flattened',
      JSON.stringify({ payload: PAYLOAD, protected: HEADER, signature: SIGNATURE }),
      'jws-json',
      ['json-serialization'],
    ],
    [
      'general',
      JSON.stringify({
        payload: PAYLOAD,
        signatures: [
          { protected: HEADER, signature: SIGNATURE },
          { header: { alg: 'none' }, signature: '' },
        ],
      }),
      'jws-json',
      ['json-serialization'],
    ],
    [
      'JWE in JSON',
      JSON.stringify({ protected: HEADER, encrypted_key: 'AA', iv: 'AAAA', ciphertext: 'AAAA', tag: 'AAAA' }),
      'jwe',
      ['json-serialization'],
    ],
    ['empty', '', 'opaque', []],
    ['uuid', '9f2c0f0a-6d2c-4a80-9c8e-0c51d1d0c0aa', 'opaque', []],
    ['version number', '1.2.3', 'opaque', []],
    ['words', 'not.a.token', 'opaque', []],
    ['paseto', 'v4.public.eyJzdWIiOiJ4In0.AAAA', 'opaque', []],
  ])('%s', (_, text, kind, expected) => {
    const token = readToken(text);
    expect([token.kind, codes(token)]).toEqual([kind, expected]);
  });

  it('gives each part of a JWE its length', () => {
    const token = readToken(five);
    const lengths = token.kind === 'jwe' ? token.parts.map((part) => [part.name, part.bytes.length]) : [];
    expect(lengths).toEqual([
      ['header', 29],
      ['encrypted-key', 0],
      ['iv', 12],
      ['ciphertext', 6],
      ['tag', 16],
    ]);
  });

  it('gives each signature of a general serialization its header and input', () => {
    const text = JSON.stringify({
      payload: PAYLOAD,
      signatures: [{ protected: HEADER, header: { kid: 'a' }, signature: SIGNATURE }, { header: { alg: 'none' } }],
    });
    const token = readToken(text);
    const signatures = token.kind === 'jws-json' ? token.signatures : [];
    expect(signatures.map((one) => [one.header, one.signingInput, one.signature.length])).toEqual([
      [{ alg: 'HS256', typ: 'JWT', kid: 'a' }, `${HEADER}.${PAYLOAD}`, 32],
      [{ alg: 'none' }, `.${PAYLOAD}`, 0],
    ]);
    expect(token.kind === 'jws-json' && token.claims).toEqual({ iss: 'https://op.example', exp: 1_700_000_000 });
    const ranges = token.kind === 'jws-json' ? token.parts.map((p) => text.slice(p.place.from, p.place.to)) : [];
    expect(ranges).toEqual([PAYLOAD, HEADER, SIGNATURE, '']);
  });

  it('opens a nested token', () => {
    const inner = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;
    const outer = jws(b64('{"alg":"HS256","cty":"JWT"}'), b64(inner)) as JwsToken;
    expect([outer.kind, codes(outer), outer.claims]).toEqual(['jws', [], undefined]);
    expect(outer.nested).toMatchObject({ kind: 'jws', claims: { iss: 'https://op.example' } });
  });

  it.each([
    ['uuid', '9f2c0f0a-6d2c-4a80-9c8e-0c51d1d0c0aa', 'uuid'],
    ['hex', 'deadbeefdeadbeefdeadbeef', 'hex'],
    ['prefix', 'kpat_0aZ9', 'prefixed-key'],
    ['base64', 'c29tZSByYW5kb20gb2N0ZXRz', 'base64'],
    ['broken', `${HEADER}.${PAYLOAD}`, 'broken-jwt'],
    ['words', 'hello world', 'unknown'],
  ])('says what an opaque one looks like: %s', (_, text, look) => {
    expect(readToken(text)).toMatchObject({ kind: 'opaque', look });
  });
});

it('does not take a segment with foreign characters for clean at any place in it', () => {
  const good = encodeBase64url(new Uint8Array(32).fill(7));
  for (let at = 0; at < good.length; at++) {
    const token = jws(HEADER, PAYLOAD, `${good.slice(0, at)}*${good.slice(at + 1)}`) as JwsToken;
    expect([at, codes(token)[0]]).toEqual([at, 'base64-invalid-character']);
    expect(token.signature).toEqual(decodeLenient(token.signatureText));
  }
});

it('does not mistake the buffer for a token that was in it before', () => {
  const one = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;
  const other = `${HEADER}.${b64('{"iss":"htups://op.example","exp":1700000000}')}.${SIGNATURE}ü`;
  const isses = [one, other, one].map((text) => (readToken(text) as JwsToken).claims?.iss);
  expect(isses).toEqual(['https://op.example', 'htups://op.example', 'https://op.example']);
});

it('decodes what is left of a damaged token', () => {
  const text = `${HEADER}.${PAYLOAD}`;
  expect(readToken(text)).toMatchObject({
    kind: 'opaque',
    look: 'broken-jwt',
    remains: { header: { alg: 'HS256' }, claims: { iss: 'https://op.example' } },
  });
  const cut = readToken(text.slice(0, -20));
  const remains = cut.kind === 'opaque' ? cut.remains : undefined;
  expect([remains?.claims, remains?.parts[1]?.decoded?.slice(0, 10)]).toEqual([undefined, '{"iss":"ht']);
  expect(readToken('kpat_x')).not.toHaveProperty('remains');
});

it('remembers headers without mixing them up', () => {
  const header = (kid: string): string => b64(`{"alg":"HS256","kid":"${kid}"}`);
  const kids = Array.from({ length: 600 }, (_, i) => `k${i % 300}`);
  const read = kids.map((kid) => (jws(header(kid), PAYLOAD) as JwsToken).header?.kid);
  expect(read).toEqual(kids);
  expect((jws(header('same'), PAYLOAD) as JwsToken).header).toBe((jws(header('same'), PAYLOAD) as JwsToken).header);
});

it.each([0, 1, 2, 3])('tells headers apart that differ in their last characters only (%i)', (more) => {
  const read = [1, 2, 1].map(
    (n) => (jws(b64(`{"alg":"HS256","${'n'.repeat(more + 1)}":${n}}`), PAYLOAD) as JwsToken).header,
  );
  expect(read.map((header) => Object.values(header ?? {}).at(-1))).toEqual([1, 2, 1]);
});
