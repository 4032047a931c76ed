import { describe, expect, it, test } from 'vitest';
import { MAX_METADATA } from '../limits/index.ts';
import {
  aliasOf,
  documentKind,
  fitsTemplate,
  hostOf,
  isLoopback,
  issuerKind,
  MEMBERS,
  partsOf,
  placeholdersOf,
  readMetadata,
  wellKnownOf,
} from './index.ts';

describe('readMetadata', () => {
  it.each<[string | Uint8Array, string]>([
    ['{}', 'object'],
    [' {"issuer":"x","keys":[]} ', 'object'],
    ['{"keys":[]}', 'key-set'],
    ['[]', 'other-json'],
    ['null', 'other-json'],
    ['"x"', 'other-json'],
    ['{', 'not-json'],
    ['{}x', 'not-json'],
    ['', 'empty'],
    [' \n', 'empty'],
    ['<html>', 'html'],
    ['eyJhbGciOiJub25lIn0.e30.', 'token'],
    ['eyJ hello', 'not-json'],
    ['['.repeat(20_000), 'not-json'],
    [' '.repeat(MAX_METADATA + 1), 'too-large'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), 'not-utf8'],
    [Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'object'],
  ])('%# %j', (input, form) => {
    const reading = readMetadata(input);
    expect(reading.form).toBe(form);
    expect(reading.object === undefined).toBe(form !== 'object' && form !== 'key-set');
  });

  it('says where it stopped, by line and column', () => {
    expect(readMetadata('{\n  "a": 1\n  "b": 2\n}').stop).toMatchObject({ line: 3, column: 3 });
    expect(readMetadata('{"a" 1}').stop).toMatchObject({ line: 1, column: 6 });
  });

  it('sees a byte order mark and names that stand twice', () => {
    const reading = readMetadata('\ufeff{"a":1,"a":2}');
    expect([reading.hasByteOrderMark, reading.duplicates]).toEqual([true, [{ path: ['a'], values: ['1', '2'] }]]);
  });
});

test.each<[string, string | undefined, string | undefined]>([
  ['https://op.example/.well-known/openid-configuration', 'openid-configuration', 'https://op.example'],
  [
    'https://op.example:8443/a/.well-known/openid-configuration?p=x',
    'openid-configuration',
    'https://op.example:8443/a',
  ],
  [
    'https://op.example/.well-known/oauth-authorization-server/a/b',
    'oauth-authorization-server',
    'https://op.example/a/b',
  ],
  ['https://op.example/.well-known/openid-configuration/', 'openid-configuration', 'https://op.example'],
  ['https://op.example/metadata.json', undefined, undefined],
  ['not a url', undefined, undefined],
])('wellKnownOf %s', (url, name, issuer) => {
  const found = wellKnownOf(url);
  expect([found?.name, found?.issuer]).toEqual([name, issuer]);
});

test.each<[string, string, boolean]>([
  ['https://a.example/{tenantid}/v2.0', 'https://a.example/common/v2.0', true],
  ['https://a.example/{tenantid}/v2.0', 'https://a.example//v2.0', false],
  ['https://a.example/{tenantid}/v2.0', 'https://a.example/x/y/v2.0', false],
  ['https://a.example/{tenantid}/v2.0', 'https://a.example/common/v2.0/', false],
  ['https://a.example/{tenantid}', 'https://b.example/common', false],
  ['https://{a}.example/{b}', 'https://x.example/y', true],
  ['https://a.example', 'https://a.example', false],
])('%s fits %s: %s', (template, text, fits) => expect(fitsTemplate(template, text)).toBe(fits));

test.each<[string, readonly string[]]>([
  ['https://a.example/{tenantid}/v2.0', ['{tenantid}']],
  ['https://${HOST}/a', ['${HOST}']],
  ['https://$ISSUER_HOSTPATH', ['$ISSUER_HOSTPATH']],
  ['https://a.example/<tenant>', ['<tenant>']],
  ['https://a.example/%7Btenant%7D', ['%7Btenant%7D']],
  ['https://a.example/$price', []],
  ['https://a.example', []],
])('placeholders of %s', (text, wanted) => expect(placeholdersOf(text)).toEqual(wanted));

test.each<[string, string | undefined, boolean]>([
  ['https://u:p@Op.Example:8443/a?b#c', 'op.example', false],
  ['http://localhost:8080', 'localhost', true],
  ['http://127.0.0.9/', '127.0.0.9', true],
  ['http://[::1]/', '[::1]', true],
  ['http://a.localhost', 'a.localhost', true],
  ['http://localhost.evil.example', 'localhost.evil.example', false],
  ['mailto:a@b.example', undefined, false],
  ['/path', undefined, false],
  ['https://', undefined, false],
])('host of %s', (url, host, loopback) => {
  const parts = partsOf(url);
  expect(parts && hostOf(parts)).toBe(host);
  expect(parts !== undefined && isLoopback(hostOf(parts))).toBe(loopback);
});

const at = (name: string) => wellKnownOf(`https://op.example/.well-known/${name}`);

test.each<[object, string | undefined, string, string]>([
  [{ authorization_endpoint: 'https://a.example' }, 'openid-configuration', 'openid', 'oidc'],
  [{ authorization_endpoint: 'https://a.example' }, 'oauth-authorization-server', 'oauth', 'oauth'],
  [{ authorization_endpoint: 'https://a.example', subject_types_supported: [] }, undefined, 'openid', 'oidc'],
  [{ authorization_endpoint: 'https://a.example', grant_types_supported: ['x'] }, undefined, 'oauth', 'oauth'],
  [{ authorization_endpoint: 'https://a.example', scopes_supported: ['read'] }, undefined, 'oauth', 'oauth'],
  [{ response_types_supported: ['id_token'] }, 'openid-configuration', 'openid', 'workload'],
  [{ authorization_endpoint: 'urn:x:y', response_types_supported: ['id_token'] }, undefined, 'openid', 'workload'],
  [{ response_types_supported: ['code'] }, 'openid-configuration', 'openid', 'oidc'],
  [{ jwks: { keys: [] } }, 'openid-configuration', 'openid', 'federation'],
  [{}, 'openid-federation', 'openid', 'federation'],
])('%j at %s', (object, name, document, kind) => {
  const wellKnown = name === undefined ? undefined : at(name);
  expect([documentKind(object as never, wellKnown), issuerKind(object as never, wellKnown)]).toEqual([document, kind]);
});

test('other names of one provider', () => {
  const aad = 'https://login.microsoftonline.com/a/.well-known/openid-configuration';
  expect(aliasOf(aad, 'https://sts.windows.net/a/')?.basis.kind).toBe('provider-docs');
  expect(aliasOf(aad, 'https://evil.example/a/')).toBeUndefined();
  expect(aliasOf('https://login.microsoftonline.com.evil.example/', 'https://sts.windows.net/a/')).toBeUndefined();
  expect(aliasOf('x', 'y')).toBeUndefined();
});

test('names of the language are no members', () => {
  expect(MEMBERS.get('constructor')).toBeUndefined();
  expect(readMetadata('{"__proto__":{"issuer":"x"}}').object).not.toHaveProperty('issuer');
});
