import { createCrypto } from '@why401/node/crypto';
import { NOW_MS, NOW_SECONDS as now } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/index.ts';
import { checkClaims, isoTime, wantedText } from './verify-claims.ts';

const signed = { header: { alg: 'RS256' }, digest: createCrypto().digest };
const expected = { now: NOW_MS, leeway: 0, issuers: undefined, audiences: undefined };
const outcomeOf = (name: string, claims: object, change: object = {}): string | undefined =>
  checkClaims(claims as JsonObject, { ...expected, ...change }, signed).find((check) => check.name === name)?.outcome;

describe('checkClaims', () => {
  it.each<readonly [claim: string, value: unknown, outcome: string]>([
    ['exp', now + 1, 'pass'],
    ['exp', now + 0.5, 'pass'],
    ['exp', now, 'fail'],
    ['exp', now - 1, 'fail'],
    ['exp', undefined, 'not-applicable'],
    ['exp', String(now + 60), 'fail'],
    ['exp', null, 'fail'],
    ['exp', true, 'fail'],
    ['exp', [now + 60], 'fail'],
    ['exp', Number.POSITIVE_INFINITY, 'fail'],
    ['exp', 99_999_999_999_999, 'pass'],
    ['exp', -1, 'fail'],
    ['nbf', now, 'pass'],
    ['nbf', now + 1, 'fail'],
    ['nbf', 'x', 'fail'],
    ['nbf', undefined, 'not-applicable'],
    ['iat', now + 900, 'pass'],
    ['iat', '1', 'fail'],
  ])('%s %j: %s', (name, value, outcome) => {
    expect(outcomeOf(name, { [name]: value })).toBe(outcome);
  });

  it.each([
    ['exp', now - 29, 'pass'],
    ['exp', now - 30, 'fail'],
    ['nbf', now + 30, 'pass'],
    ['nbf', now + 31, 'fail'],
  ])('%s %i with 30 seconds of leeway: %s', (name, value, outcome) => {
    expect(outcomeOf(name, { [name]: value }, { leeway: 30 })).toBe(outcome);
  });

  it.each<readonly [value: unknown, outcome: string]>([
    ['https://idp.example', 'pass'],
    ['https://idp.example/', 'fail'],
    ['https://IDP.example', 'fail'],
    ['https://idp.example.evil', 'fail'],
    [['https://idp.example'], 'fail'],
    [undefined, 'fail'],
  ])('iss %j: %s', (iss, outcome) => {
    expect(outcomeOf('iss', { iss }, { issuers: ['https://idp.example'] })).toBe(outcome);
    expect(outcomeOf('iss', { iss })).toBe(iss === undefined ? 'not-applicable' : 'unknown');
  });

  it.each<readonly [value: unknown, outcome: string]>([
    ['api', 'pass'],
    [['x', 'api'], 'pass'],
    ['api2', 'fail'],
    [['x'], 'fail'],
    [[], 'fail'],
    [[['api']], 'fail'],
    [['api', 5], 'fail'],
    [undefined, 'fail'],
    [5, 'fail'],
  ])('aud %j: %s', (aud, outcome) => {
    expect(outcomeOf('aud', { aud }, { audiences: ['api'] })).toBe(outcome);
  });

  it('has a line for each, whatever else fails', () => {
    const names = ['iss', 'aud', 'exp', 'nbf', 'iat', 'azp', 'typ', 'at_hash', 'c_hash', 'cnf', 'nonce'];
    for (const claims of [{}, { exp: 1, iss: 7, aud: [], nbf: 1e12, nonce: 'n' }])
      expect(checkClaims(claims, expected, signed).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['https://op.example/t1/v2.0', 't1', 'pass'],
    ['https://op.example/t2/v2.0', 't1', 'fail'],
    ['https://op.example/t1/v2.0', undefined, 'fail'],
  ])('iss %s with tid %s, against the issuer of the key: %s', (iss, tid, outcome) => {
    const keyed = { ...signed, keyIssuer: 'https://op.example/{tenantid}/v2.0' };
    const claims = tid === undefined ? { iss } : { iss, tid };
    const check = checkClaims(claims, expected, keyed).find(({ name }) => name === 'iss (of the key)');
    expect(check?.outcome).toBe(outcome);
  });

  it('names what would pass', () => {
    const [, , exp, nbf] = checkClaims({ exp: 5, nbf: 'x' }, expected, signed);
    expect(exp && wantedText(exp)).toBe('a time after 1768478400 (2026-01-15T12:00:00Z)');
    expect(nbf && wantedText(nbf)).toBe('a number of seconds, not a string');
    expect(isoTime(1e300)).toBe('1e+300');
    expect(isoTime(Number.NaN)).toBe('NaN');
  });
});
