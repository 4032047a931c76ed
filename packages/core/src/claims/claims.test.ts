import { describe, expect, it } from 'vitest';
import { claimMeaning, inSeconds, parameterMeaning, probableKind, readNumericDate } from './index.ts';

describe('meanings', () => {
  it.each([
    ['iss', 'Issuer', 'RFC 7519 §4.1'],
    ['at_hash', 'Access token hash', 'OpenID Connect Core 1.0 §2'],
    ['scope', 'Scope', 'RFC 9068 §2.2'],
    ['act', 'Actor', 'RFC 8693 §4'],
    ['tid', 'Tenant', 'Microsoft Entra'],
  ])('%s', (name, title, ref) => {
    expect(claimMeaning(name)).toMatchObject({ name, title, basis: { ref } });
  });
  it.each(['constructor', '__proto__', 'toString', ''])('knows nothing of %j', (name) => {
    expect([claimMeaning(name), parameterMeaning(name)]).toEqual([undefined, undefined]);
  });
  it('tells a claim from a header parameter of the same name', () => {
    expect(claimMeaning('typ')?.basis.ref).toBe('Keycloak');
    expect(parameterMeaning('typ')?.basis.ref).toBe('RFC 7515 §4.1');
  });
});

describe('NumericDate', () => {
  it.each([
    ['absent', undefined, { state: 'absent' }],
    ['seconds', 1_764_000_000, { state: 'date', seconds: 1_764_000_000, instant: 1_764_000_000_000 }],
    ['fraction', 1.5, { state: 'date', seconds: 1.5, instant: 1500 }],
    ['zero', 0, { state: 'date', seconds: 0, instant: 0 }],
    ['before 1970', -1, { state: 'date', seconds: -1, instant: -1000 }],
    [
      'milliseconds',
      1_764_000_000_000,
      { state: 'date', seconds: 1_764_000_000_000, instant: 1_764_000_000_000_000, unit: 'milliseconds' },
    ],
    ['microseconds', 1.764e15, { state: 'out-of-range', seconds: 1.764e15, unit: 'microseconds' }],
    ['nanoseconds', 1.764e18, { state: 'out-of-range', seconds: 1.764e18, unit: 'nanoseconds' }],
    ['last second', 8.64e12, { state: 'date', seconds: 8.64e12, instant: 8.64e15 }],
    ['after it', 8.64e12 + 1, { state: 'out-of-range', seconds: 8.64e12 + 1 }],
    ['99999999999999', 99_999_999_999_999, { state: 'out-of-range', seconds: 99_999_999_999_999 }],
    ['1e999', Number.POSITIVE_INFINITY, { state: 'out-of-range', seconds: Number.POSITIVE_INFINITY }],
    ['string of digits', '1700000000', { state: 'wrong-type', found: 'a string', meant: 1_700_000_000 }],
    ['string of words', 'tomorrow', { state: 'wrong-type', found: 'a string' }],
    ['null', null, { state: 'wrong-type', found: 'null' }],
    ['array', [1], { state: 'wrong-type', found: 'an array' }],
    ['boolean', true, { state: 'wrong-type', found: 'a boolean' }],
  ])('%s', (_, value, read) => {
    expect(readNumericDate(value)).toEqual(read);
  });
  it('converts what was meant', () => {
    expect(inSeconds(1_764_000_000_000, 'milliseconds')).toBe(1_764_000_000);
  });
});

describe('the probable kind of a token', () => {
  it.each([
    [{ typ: 'at+jwt' }, {}, 'access-token'],
    [{ typ: 'application/AT+JWT' }, {}, 'access-token'],
    [{ typ: 'dpop+jwt' }, {}, 'dpop-proof'],
    [{ typ: 'entity-statement+jwt' }, {}, 'entity-statement'],
    [{ typ: 'JWT' }, { nonce: 'a' }, 'id-token'],
    [{}, { at_hash: 'a', scope: 'openid' }, 'id-token'],
    [{}, { scope: 'a' }, 'access-token'],
    [{}, { typ: 'Refresh' }, 'refresh-token'],
    [{}, { token_use: 'id' }, 'id-token'],
    [{}, { htm: 'GET', htu: 'https://a.example/' }, 'dpop-proof'],
    [{}, { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }, 'logout-token'],
    [{}, { events: {} }, 'security-event'],
    [{ typ: 'constructor' }, { typ: 'toString' }, undefined],
  ])('%j %j', (header, claims, kind) => {
    expect(probableKind(header, claims)?.kind).toBe(kind);
  });
});
