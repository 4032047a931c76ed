import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../encoding/index.ts';
import { decodeBytes, type Paste, readPaste } from './index.ts';

const b64 = (text: string): string => encodeBase64url(new TextEncoder().encode(text));
const octets = (length: number): string => encodeBase64url(new Uint8Array(length).fill(201));
const HEADER = b64('{"alg":"HS256","typ":"JWT"}');
const PAYLOAD = b64('{"iss":"https://op.example","sub":"a","exp":1700000000}');
/** Tokens by letter, so that no test prints one. */
const T = `${HEADER}.${PAYLOAD}.${octets(32)}`;
const R = `${b64('{"alg":"RS256"}')}.${PAYLOAD}.${octets(256)}`;
const N = `${b64('{"alg":"none"}')}.${PAYLOAD}.`;
const E = `${b64('{"alg":"dir","enc":"A128GCM"}')}..${octets(12)}.${octets(40)}.${octets(16)}`;
const LETTERS: Readonly<Record<string, string>> = { [T]: 'T', [R]: 'R', [N]: 'N', [E]: 'E' };
const wrap = (token: string, width: number, joint: string): string =>
  Array.from({ length: Math.ceil(token.length / width) }, (_, i) => token.slice(i * width, (i + 1) * width)).join(
    joint,
  );

/** `T authorization-header:authorization -bearer-prefix*2 cut:ellipsis` */
function summary({ tokens, text }: Paste): string[] {
  return tokens.map((token) => {
    const letter = LETTERS[token.text] ?? (token.text.length < 40 ? token.text : `${token.text.length} characters`);
    const name = token.name === undefined ? '' : `:${token.name}`;
    const stripped = token.stripped.map(({ what, count }) => ` -${what}${count > 1 ? `*${count}` : ''}`).join('');
    const isThere = text.slice(token.place.from, token.place.to) === token.text;
    const isChanged = token.stripped.some(({ what }) => what === 'line-breaks' || what === 'percent-encoding');
    const place = isThere || isChanged ? '' : ' misplaced';
    return `${letter} ${token.source}${name}${stripped}${token.cutOff === undefined ? '' : ` cut:${token.cutOff}`}${place}`;
  });
}

const rows: readonly [name: string, paste: string, kind: string, tokens: string[]][] = [
  ['nothing', ' \n\t', 'empty', []],
  ['bare', T, 'token', ['T bare']],
  ['blanks around', `  ${T}\r\n\n`, 'token', ['T bare']],
  ['quotes', `"${T}"`, 'token', ['T bare -quotes']],
  ['typographic quotes', `“${T}”,`, 'token', ['T bare -quotes']],
  ['Bearer', `Bearer ${T}`, 'token', ['T bare -bearer-prefix']],
  ['Bearer twice', `bearer  Bearer ${T}`, 'token', ['T bare -bearer-prefix*2']],
  [
    'header line',
    `Authorization: Bearer ${T}`,
    'token',
    ['T authorization-header:authorization -bearer-prefix -header-name'],
  ],
  ['no-break space', `\u00a0${T}\u00a0`, 'token', ['T bare']],
  ['zero width around', `\u200b${T}\ufeff`, 'token', ['T bare -invisible-characters*2']],
  ['zero width inside stays', `${HEADER}.\u200b${PAYLOAD}.${octets(32)}`, 'token', [`${T.length + 1} characters bare`]],
  ['blank inside stays', `${HEADER}. ${PAYLOAD}.${octets(32)}`, 'token', [`${T.length + 1} characters bare`]],
  ['wrapped', wrap(R, 64, '\n'), 'token', ['R bare -line-breaks*6']],
  ['wrapped and indented', wrap(R, 70, '\n      '), 'token', ['R bare -line-breaks*6']],
  ['wrapped by mail', wrap(R, 72, '\r\n> '), 'token', ['R bare -line-breaks*6']],
  ['wrapped in the signature', wrap(R, 400, '\n'), 'token', ['R bare -line-breaks']],
  ['wrapped JWE', wrap(E, 40, '\n'), 'token', ['E bare -line-breaks*3']],
  ['wrapped in a sentence', `it was\n${wrap(T, 60, '\n')}\nand failed`, 'log', ['T log-line -line-breaks*2']],
  ['whole, then a word on the next line', `${T}\nfailed`, 'log', ['T log-line']],
  ['percent-encoded dots', `${T.replaceAll('.', '%2E')}`, 'token', ['T bare -percent-encoding']],
  ['percent-encoded Bearer', `Bearer%20${T}`, 'token', ['T bare -bearer-prefix -percent-encoding']],
  ['two lines, two tokens', `${T}\n${R}\n`, 'token', ['T bare', 'R bare']],
  ['the same one twice', `${T}\n${T}`, 'token', ['T bare']],
  ['JWE', E, 'token', ['E bare']],
  ['unsecured', N, 'token', ['N bare']],
  ['unsecured at the end of a sentence', `see ${N}.`, 'log', ['N log-line']],
  ['end of a sentence', `The token is ${T}.`, 'log', ['T log-line']],
  ['ellipsis', `${T.slice(0, 60)}…`, 'token', ['60 characters bare cut:ellipsis']],
  ['three dots', `${T.slice(0, 60)}...`, 'token', ['60 characters bare cut:ellipsis']],
  [
    'two parts',
    `${HEADER}.${PAYLOAD}`,
    'token',
    [`${HEADER.length + PAYLOAD.length + 1} characters bare cut:part-missing`],
  ],
  ['signature cut', T.slice(0, -9), 'token', [`${T.length - 9} characters bare cut:signature-short`]],
  ['colours', `\u001b[32m${T}\u001b[0m`, 'token', ['T bare -terminal-colours']],
  [
    'wrapped, then a line that would fit behind it',
    `${wrap(R, 64, '\n')}\n${'x'.repeat(43)}`,
    'log',
    ['R log-line -line-breaks*6'],
  ],
  [
    'cut, then a line with as many letters as are missing',
    `${T.slice(0, -9)}\nninechars and more`,
    'log',
    [`${T.length - 9} characters log-line cut:signature-short`],
  ],
  [
    'cut, then another token',
    `${T.slice(0, -9)}\n${R}`,
    'token',
    [`${T.length - 9} characters bare cut:signature-short`, 'R bare'],
  ],
  ['more parts than a token has', `${T}.more.parts`, 'token', [`${T.length + 11} characters bare`]],
  ['two parts more', `${T}.AA.BB`, 'token', [`${T.length + 6} characters bare`]],
  ['header that is broken', `${T.slice(0, 20)}.e30.AAAA`, 'token', ['eyJhbGciOiJIUzI1NiIs.e30.AAAA bare']],
  ['path after it', `GET /${T}/next`, 'log', ['T log-line']],
  ['access log', `10.0.0.1 - [24/Nov/2025] "GET /x?jwt=${T}&a=1 HTTP/1.1" 401`, 'log', ['T query:jwt']],
  ['escaped JSON in a log', `body="{\\"access_token\\":\\"${T}\\"}"`, 'log', ['T json-member:access_token -quotes']],
  [
    'source code',
    `headers = {'Authorization': 'Bearer ${T}'}`,
    'log',
    ['T authorization-header:Authorization -bearer-prefix -quotes -header-name'],
  ],
  ['line of JSON', `"access_token": "${T}",`, 'token', ['T json-member:access_token -quotes']],
  ['query of a URL', `https://gw.example:8443/a?jwt=${T}&x=1#f`, 'url', ['T query:jwt']],
  ['fragment of a URL', `https://app.example/cb#id_token=${T}`, 'url', ['T fragment:id_token']],
  ['cookie line', `Cookie: a=b; jwt=${T}; c=d`, 'request', ['T cookie:jwt']],
  [
    'token response',
    JSON.stringify({ id_token: T, access_token: R }),
    'json',
    ['T json-member:id_token', 'R json-member:access_token'],
  ],
  [
    'opaque access token',
    '{"access_token":"2YotnFZF","token_type":"Bearer"}',
    'json',
    ['2YotnFZF json-member:access_token'],
  ],
  [
    'log record',
    JSON.stringify({ request: { headers: { authorization: `Bearer ${T}` } } }),
    'json',
    ['T json-member:authorization -bearer-prefix'],
  ],
  ['cut JSON', `{"access_token":"${T}","expires`, 'log', ['T json-member:access_token -quotes']],
  [
    'JWS in JSON',
    JSON.stringify({ payload: 'e30', protected: HEADER, signature: 'AA' }),
    'token',
    [`${JSON.stringify({ payload: 'e30', protected: HEADER, signature: 'AA' }).length} characters bare`],
  ],
  ['opaque', 'Bearer 9f2c0f0a-6d2c-4a80', 'opaque', ['9f2c0f0a-6d2c-4a80 bare -bearer-prefix']],
  ['API key', 'kpat_abc', 'opaque', ['kpat_abc bare']],
  ['three words with dots', 'a.b.c', 'opaque', ['a.b.c bare']],
  ['prose', 'hello world', 'unknown', []],
  ['basic', 'Authorization: Basic dTpw', 'request', []],
  ['public key', '-----BEGIN PUBLIC KEY-----\nMIIB', 'public-key', []],
  ['ssh key', 'ssh-rsa AAAAB3NzaC1yc2E= me', 'public-key', []],
  ['private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIB', 'private-key', []],
  ['private JWK', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}', 'private-key', []],
  ['certificate', 'subject=CN=x\n-----BEGIN CERTIFICATE-----\nMIIB', 'certificate', []],
  ['JWKS', '{"keys":[]}', 'jwks', []],
  ['JWK', '{"kty":"RSA","n":"a","e":"AQAB"}', 'jwks', []],
  ['metadata', '{"issuer":"https://op.example","jwks_uri":"https://op.example/keys"}', 'metadata', []],
  ['kong.yaml', '# dump\n_format_version: "3.0"\nservices:\n- name: a\n', 'kong-config', []],
  [
    'kong.yaml with a key',
    'consumers:\n- jwt_secrets:\n  - rsa_public_key: |\n      -----BEGIN PUBLIC KEY-----\n',
    'kong-config',
    [],
  ],
  ['kong.json', '{"_format_version":"3.0","services":[]}', 'kong-config', []],
  ['Ingress', 'apiVersion: networking.k8s.io/v1\nkind: Ingress\n', 'kong-config', []],
  ['a block of entities', 'entities:\n  plugins:\n  - name: jwt\n', 'kong-config', []],
  ['another resource', 'apiVersion: apps/v1\nkind: Deployment\n', 'unknown', []],
  ['KongPlugin', 'apiVersion: configuration.konghq.com/v1\nkind: KongPlugin\n', 'kong-config', []],
];

describe('what a paste is, and the tokens in it', () => {
  it.each(rows)('%s', (_, text, kind, tokens) => {
    const paste = readPaste(text);
    expect([paste.kind, summary(paste)]).toEqual([kind, tokens]);
  });
});

describe('the one to explain', () => {
  it.each([
    ['access before ID token', JSON.stringify({ id_token: T, access_token: R }), 'R'],
    ['header before cookie', `GET / HTTP/1.1\nHost: a\nCookie: jwt=${R}\nAuthorization: Bearer ${T}\n\n`, 'T'],
    ['whole before cut', `${R.slice(0, 70)}…\n${T}`, 'T'],
    ['first of equals', `${R}\n${T}`, 'R'],
  ])('%s', (_, text, letter) => {
    const { tokens, chosen } = readPaste(text);
    expect(LETTERS[tokens[chosen]?.text ?? '']).toBe(letter);
  });
});

it('gives line and column of each token', () => {
  const { tokens } = readPaste(`\n\nfirst ${T}\n  ${R}`);
  expect(tokens.map(({ place }) => [place.line, place.column])).toEqual([
    [3, 7],
    [4, 3],
  ]);
});

it('stops at the first ten thousand tokens, and says so', () => {
  const many = Array.from({ length: 10_001 }, (_, i) => `${HEADER}.${b64(`{"n":${i}}`)}.${octets(32)}`).join('\n');
  const { tokens, problems } = readPaste(many);
  expect([tokens.length, problems.map(({ code }) => code)]).toEqual([10_000, ['too-many-tokens']]);
});

describe('octets of a file', () => {
  const text = 'Bearer ü';
  const little = new Uint8Array([...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]));
  const big = new Uint8Array([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff]));
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16LE with a mark', new Uint8Array([0xff, 0xfe, ...little])],
    ['UTF-16BE with a mark', new Uint8Array([0xfe, 0xff, ...big])],
    ['UTF-16LE', little],
    ['UTF-16BE', big],
  ])('%s', (_, bytes) => {
    expect(decodeBytes(bytes)).toBe(text);
  });
  it('goes by the mark where nothing else tells', () => {
    const cyrillic = [...'токен'].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff]);
    expect(decodeBytes(new Uint8Array([0xfe, 0xff, ...cyrillic]))).toBe('токен');
  });
  it('keeps wrong octets visible', () => {
    expect(decodeBytes(new Uint8Array([0x61, 0xff, 0x62]))).toBe('a\ufffdb');
  });
});
