import { b64, octets, pasted, read, SIGNATURE, token } from '../made.ts';
import type { HostileRow } from './model.ts';

const [HEAD = '', BODY = ''] = token().split('.');
const REFUSED = { strict: false, decodes: true } as const;
const UNREADABLE = { strict: false, decodes: false } as const;
const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const members = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"m${i}":${i}`).join(',')}}`;
const broken = (...bytes: number[]): string => `${HEAD}.${b64(Uint8Array.from(bytes))}.${SIGNATURE}`;

/** §3 Form of the token. */
export const formRows: readonly HostileRow[] = [
  {
    row: 28,
    title: 'padding, standard alphabet, percent-encoding',
    inputs: [
      read('padding', `${HEAD}.${BODY}.${SIGNATURE}==`, { ...REFUSED, finds: ['base64-padding'] }),
      read('alphabet', `${HEAD}.${BODY}.+/${SIGNATURE.slice(2)}`, { ...REFUSED, finds: ['base64-standard-alphabet'] }),
      read('percent', `${HEAD}.${BODY}.${SIGNATURE}%3D`, { ...REFUSED, finds: ['base64-invalid-character'] }),
      pasted('percent, pasted', `${HEAD}%2E${BODY}%2E${SIGNATURE}`, { strict: true, stripped: ['percent-encoding'] }),
    ],
  },
  {
    row: 29,
    title: 'last character not canonical, length 1 modulo 4',
    inputs: [
      read('QR', `${HEAD}.${BODY}.QR`, { ...REFUSED, finds: ['base64-not-canonical'] }),
      read('payload', `${HEAD}.${b64('{"a":1}').slice(0, -1)}R.${SIGNATURE}`, {
        ...REFUSED,
        finds: ['base64-not-canonical'],
      }),
      read('length', `${HEAD}.${BODY}.A`, { ...REFUSED, finds: ['base64-length'] }),
    ],
  },
  {
    row: 30,
    title: 'white space and invisible characters, quotes, Bearer twice, the header name',
    inputs: [
      pasted('around', `\ufeff \u00a0"${token()}"\u200b\r\n`, {
        strict: true,
        stripped: ['quotes', 'invisible-characters'],
      }),
      pasted('Bearer twice', `Bearer Bearer ${token()}`, { strict: true, stripped: ['bearer-prefix'] }),
      pasted('header', `Authorization: Bearer ${token()}`, {
        strict: true,
        stripped: ['bearer-prefix', 'header-name'],
      }),
      pasted('line breaks', token().replace(/.{64}/g, '$&\n'), { strict: true, stripped: ['line-breaks'] }),
      ...[' ', '\t', '\u200b', '\u00a0', '\ufeff'].map((space) =>
        read(`inside ${JSON.stringify(space)}`, `${HEAD}.${space}${BODY}.${SIGNATURE}`, {
          ...REFUSED,
          finds: ['base64-invalid-character'],
        }),
      ),
      pasted('blank inside, pasted', `${HEAD}. ${BODY}.${SIGNATURE}`, {
        ...REFUSED,
        finds: ['base64-invalid-character'],
      }),
      pasted('zero width inside, pasted', `${HEAD}.\u200b${BODY}.${SIGNATURE}`, {
        ...REFUSED,
        finds: ['base64-invalid-character'],
      }),
    ],
  },
  {
    row: 31,
    title: 'wrong number of parts, empty parts, a megabyte of dots',
    inputs: [
      read('..', '..', { ...UNREADABLE, finds: ['part-empty'] }),
      read('six', `${token()}.a.b.c`, { ...REFUSED, finds: ['segments-wrong-number'] }),
      read('two', `${HEAD}.${BODY}`, { ...REFUSED, finds: ['segments-wrong-number'] }),
      read('one', HEAD, { ...UNREADABLE, finds: ['segments-wrong-number'] }),
      pasted('a component more, pasted', `${token()}.more`, { ...REFUSED, finds: ['segments-wrong-number'] }),
      pasted('two components more, pasted', `${token()}.AA.AA`, { ...UNREADABLE, finds: ['enc-missing'] }),
      read('a megabyte of dots', '.'.repeat(1_000_000), { ...UNREADABLE, finds: ['segments-wrong-number'] }),
      pasted('a megabyte of dots, pasted', '.'.repeat(1_000_000), { decodes: false }),
      pasted('a megabyte of a.', 'a.'.repeat(500_000), { decodes: false }),
      pasted('a megabyte of eyJ', 'eyJ'.repeat(333_333), { decodes: false }),
    ],
  },
  {
    row: 32,
    title: 'oversized, deep, 100,000 members, megabyte strings',
    inputs: [
      read('more than a mebibyte', token({}, {}, 'A'.repeat(1024 * 1024)), {
        ...UNREADABLE,
        finds: ['token-oversized'],
      }),
      read('65 levels', token({}, deep(64)), { ...UNREADABLE, finds: ['json-too-deep'] }),
      read('64 levels', token({}, deep(63)), { strict: true, decodes: true }),
      read('100,000 levels', token({}, '['.repeat(100_000)), { ...UNREADABLE, finds: ['json-too-deep'] }),
      read('40,000 members', token({}, members(40_000)), { ...UNREADABLE, finds: ['json-too-many-members'] }),
      read('a long string', token({}, { sub: 'x'.repeat(500_000) }), { strict: true, decodes: true }),
      read('131 audiences', token({}, { aud: Array.from({ length: 131 }, (_, i) => `https://a${i}.example`) }), {
        strict: true,
      }),
    ],
  },
  {
    row: 33,
    title: 'JSON serialization, compact hidden in JSON',
    inputs: [
      read('flattened', JSON.stringify({ payload: BODY, protected: HEAD, signature: SIGNATURE }), {
        ...REFUSED,
        kind: 'jws-json',
        finds: ['json-serialization'],
      }),
      read(
        'a compact token as a member',
        JSON.stringify({ [`${token()}`]: '', payload: BODY, protected: HEAD, signature: SIGNATURE }),
        {
          ...REFUSED,
          kind: 'jws-json',
          finds: ['json-serialization'],
        },
      ),
      pasted('pasted', JSON.stringify({ payload: BODY, signatures: [{ protected: HEAD, signature: SIGNATURE }] }), {
        kind: 'jws-json',
        finds: ['json-serialization'],
      }),
    ],
  },
  {
    row: 34,
    title: 'header or payload not JSON, no object, empty',
    inputs: [
      ...['[]', '"x"', '12', 'null', 'true'].flatMap((json) => [
        read(`payload ${json}`, token({}, json), { ...UNREADABLE, finds: ['not-an-object'] }),
        read(`header ${json}`, token(json), { strict: false, finds: ['not-an-object'] }),
      ]),
      read('payload words', token({}, 'hello'), { ...UNREADABLE, finds: ['not-json'] }),
      read('header words', `${b64('{hello')}.${BODY}.${SIGNATURE}`, { strict: false, finds: ['not-json'] }),
      read('payload empty', `${HEAD}..${SIGNATURE}`, { ...UNREADABLE, finds: ['part-empty'] }),
      read('payload zeros', token({}, '\0\0\0\0'), { ...UNREADABLE, finds: ['not-json'] }),
    ],
  },
  {
    row: 35,
    title: 'duplicate member names',
    inputs: [
      read('alg', token('{"alg":"none","alg":"RS256"}'), { ...REFUSED, finds: ['duplicate-member'] }),
      read('claim', token({}, '{"sub":"a","sub":"b"}'), { ...REFUSED, finds: ['duplicate-member'] }),
      read('escaped', token({}, '{"sub":"a","s\\u0075b":"b"}'), { ...REFUSED, finds: ['duplicate-member'] }),
      read('inside', token({}, '{"cnf":{"jkt":"1","jkt":"2"}}'), { ...REFUSED, finds: ['duplicate-member'] }),
      read('__proto__', token({}, '{"__proto__":{"a":1},"__proto__":{"a":1}}'), {
        ...REFUSED,
        finds: ['duplicate-member'],
      }),
    ],
  },
  {
    row: 36,
    title: 'not UTF-8, overlong, byte order mark, UTF-16, lone surrogates, NUL',
    inputs: [
      read('wrong octet', broken(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), { ...REFUSED, finds: ['invalid-utf8'] }),
      read('overlong', broken(0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d), { ...REFUSED, finds: ['invalid-utf8'] }),
      read('surrogate in UTF-8', broken(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d), {
        ...REFUSED,
        finds: ['invalid-utf8'],
      }),
      read('byte order mark', broken(0xef, 0xbb, 0xbf, 0x7b, 0x7d), { ...REFUSED, finds: ['byte-order-mark'] }),
      read('UTF-16', broken(0xff, 0xfe, 0x7b, 0, 0x7d, 0), { ...UNREADABLE, finds: ['invalid-utf8'] }),
      read('lone surrogate', token({}, '{"sub":"\\ud800"}'), {
        strict: true,
        decodes: true,
        finds: ['lone-surrogate'],
      }),
      read('escaped NUL', token({}, '{"sub":"a\\u0000b"}'), {
        strict: true,
        decodes: true,
        finds: ['claims-control-characters'],
      }),
      read('raw NUL', token({}, '{"sub":"a\0b"}'), { ...UNREADABLE, finds: ['not-json'] }),
    ],
  },
  {
    row: 37,
    title: 'numbers: 1e999, -0, 30 digits, NaN, 1e2, text, milliseconds',
    inputs: [
      read('1e999', token({}, '{"exp":1e999}'), { ...REFUSED, finds: ['number-out-of-range', 'exp-not-a-number'] }),
      read('-0', token({}, '{"exp":-0}'), { decodes: true, finds: ['number-out-of-range', 'token-expired'] }),
      read('30 digits', token({}, `{"exp":${'9'.repeat(30)}}`), {
        decodes: true,
        finds: ['number-out-of-range', 'time-out-of-range'],
      }),
      read('NaN', token({}, '{"exp":NaN}'), { ...UNREADABLE, finds: ['not-json'] }),
      read('1e2', token({}, '{"exp":1e2}'), {
        decodes: true,
        finds: ['token-expired'],
        spares: ['number-out-of-range'],
      }),
      read('text', token({}, { exp: '1700000000' }), { ...REFUSED, finds: ['exp-not-a-number'] }),
      read('milliseconds', token({}, { exp: 1_764_000_600_000 }), { decodes: true, finds: ['time-in-milliseconds'] }),
      read('99999999999999', token({}, { exp: 99_999_999_999_999 }), { decodes: true, finds: ['time-out-of-range'] }),
    ],
  },
  {
    row: 38,
    title: 'names that bite the language',
    inputs: [
      read(
        'claims',
        token({}, '{"__proto__":{"admin":true},"constructor":1,"toString":2,"hasOwnProperty":3,"":4,"valueOf":null}'),
        { strict: true, decodes: true },
      ),
      read('header', token('{"alg":"RS256","__proto__":{"kid":"x"},"constructor":{"prototype":{"polluted":1}}}'), {
        strict: true,
      }),
    ],
  },
  {
    row: 39,
    title: 'claims aimed at the screen',
    inputs: [
      read('title of the window', token({}, { sub: '\u001b]0;x\u0007' }), {
        decodes: true,
        finds: ['claims-control-characters'],
      }),
      read('line end', token({}, { sub: 'a\r\nb' }), { decodes: true, finds: ['claims-control-characters'] }),
      read('C1', token({}, { sub: 'a\u009b2Jb' }), { decodes: true, finds: ['claims-control-characters'] }),
      read('HTML', token({}, { sub: '<img src=x onerror=alert(1)>' }), { strict: true, decodes: true }),
      read('override', token({}, { sub: 'a\u202eb' }), { decodes: true, finds: ['invisible-characters'] }),
      read('in a name', token({}, { 'a\u001b[31m': 1 }), { decodes: true, finds: ['claims-control-characters'] }),
      read('Cyrillic', token({}, { iss: 'https://\u043ep.example' }), { decodes: true, finds: ['iss-mixed-script'] }),
    ],
    coveredBy: [['packages/core/src/report/safe/sanitise.test.ts', 'describe(']],
  },
  {
    row: 40,
    title: 'several tokens, in a URL, a cookie, a log line, cut off',
    inputs: [
      pasted('two', `${token()}\n${token({ kid: 'b' })}`, { paste: 'token', tokens: 2 }),
      pasted('URL', `https://gw.example/x?jwt=${token()}&a=1`, { paste: 'url', tokens: 1 }),
      pasted('cookie', `Cookie: a=1; jwt=${token()}; b=2`, { paste: 'request', tokens: 1 }),
      pasted('log', `2025-11-24 error "token=${token()}" rejected`, { paste: 'log', tokens: 1 }),
      pasted('ellipsis', `${token().slice(0, 90)}…`, { tokens: 1, finds: ['token-cut-off'] }),
      pasted('dots', `${token().slice(0, 90)}...`, { tokens: 1, finds: ['token-cut-off'] }),
      pasted('last part short', token().slice(0, -300), { tokens: 1, finds: ['token-cut-off'] }),
      pasted('last part missing', `${HEAD}.${BODY}`, { tokens: 1, finds: ['token-cut-off'] }),
      pasted('whole', token(), { tokens: 1, spares: ['token-cut-off'] }),
      pasted('unsecured', token({ alg: 'none' }, {}, octets(0)), { tokens: 1, spares: ['token-cut-off'] }),
    ],
  },
];
