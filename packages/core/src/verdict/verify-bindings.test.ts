import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/index.ts';
import { checkBindings, type ExpectedBindings } from './verify-bindings.ts';

const { digest } = createCrypto();
const outcomeOf = (name: string, claims: object, expected: ExpectedBindings, header: object = { alg: 'RS256' }) =>
  checkBindings(claims as JsonObject, { header: header as JsonObject, digest }, expected).find(
    (check) => check.name === name,
  )?.outcome;

describe('checkBindings', () => {
  it('has a line for each, and passes none of them unasked', () => {
    const full = { azp: 'a', at_hash: 'h', c_hash: 'h', cnf: { jkt: 't' }, nonce: 'n' };
    const lines = (claims: object, header: object) =>
      checkBindings(claims as JsonObject, { header: header as JsonObject, digest }, {}).map(
        ({ name, outcome }) => `${name} ${outcome}`,
      );
    const names = ['azp', 'typ', 'at_hash', 'c_hash', 'cnf', 'nonce'];
    expect(lines(full, { alg: 'RS256', typ: 'JWT' })).toEqual(names.map((name) => `${name} unknown`));
    expect(lines({}, {})).toEqual(names.map((name) => `${name} not-applicable`));
  });

  it.each<readonly [azp: unknown, aud: unknown, outcome: string]>([
    ['client', 'client', 'pass'],
    ['other', 'client', 'fail'],
    [undefined, 'client', 'not-applicable'],
    [undefined, ['client'], 'not-applicable'],
    [undefined, ['client', 'api'], 'fail'],
    ['client', ['client', 'api'], 'pass'],
    [['client'], 'client', 'fail'],
  ])('azp %j, aud %j: %s', (azp, aud, outcome) => {
    const claims = { aud, ...(azp !== undefined && { azp }) };
    expect(outcomeOf('azp', claims, { client: 'client' })).toBe(outcome);
  });

  it.each<readonly [typ: unknown, wanted: string, outcome: string]>([
    ['at+jwt', 'at+jwt', 'pass'],
    ['AT+JWT', 'at+jwt', 'pass'],
    ['application/at+jwt', 'at+jwt', 'pass'],
    ['at+jwt', 'application/at+jwt', 'pass'],
    ['JWT', 'at+jwt', 'fail'],
    ['at+jwt ', 'at+jwt', 'fail'],
    [undefined, 'at+jwt', 'fail'],
    [['at+jwt'], 'at+jwt', 'fail'],
  ])('typ %j for %s: %s', (typ, type, outcome) => {
    expect(outcomeOf('typ', {}, { type }, { alg: 'RS256', ...(typ !== undefined && { typ }) })).toBe(outcome);
  });

  // OpenID Connect Core 1.0 appendix A.3 and A.4.
  const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
  const code = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
  it.each<readonly [name: string, hash: unknown, alg: string, outcome: string]>([
    ['at_hash', '77QmUPtjPfzWtF2AnpK9RQ', 'RS256', 'pass'],
    ['at_hash', '77QmUPtjPfzWtF2AnpK9RR', 'RS256', 'fail'],
    ['at_hash', '77QmUPtjPfzWtF2AnpK9RQ', 'ES384', 'fail'],
    ['at_hash', '77QmUPtjPfzWtF2AnpK9RQ', 'EdDSA', 'unknown'],
    ['at_hash', undefined, 'RS256', 'not-applicable'],
    ['at_hash', 1, 'RS256', 'fail'],
    ['c_hash', 'LDktKdoQak3Pk0cnXxCltA', 'RS256', 'pass'],
    ['c_hash', 'LDktKdoQak3Pk0cnXxCltB', 'PS256', 'fail'],
  ])('%s %j of %s: %s', (name, hash, alg, outcome) => {
    const claims = hash === undefined ? {} : { [name]: hash };
    expect(outcomeOf(name, claims, { accessToken, code }, { alg })).toBe(outcome);
  });

  it.each<readonly [cnf: unknown, outcome: string]>([
    [{ jkt: 'print' }, 'pass'],
    [{ 'x5t#S256': 'print' }, 'pass'],
    [{ 'x5t#S256': 'other' }, 'fail'],
    [{ jwk: 'print' }, 'fail'],
    ['print', 'fail'],
    [undefined, 'fail'],
  ])('cnf %j: %s', (cnf, outcome) => {
    expect(outcomeOf('cnf', cnf === undefined ? {} : { cnf }, { confirmation: 'print' })).toBe(outcome);
  });

  it.each<readonly [nonce: unknown, outcome: string]>([
    ['n-1', 'pass'],
    ['n-2', 'fail'],
    [undefined, 'fail'],
  ])('nonce %j: %s', (nonce, outcome) => {
    expect(outcomeOf('nonce', nonce === undefined ? {} : { nonce }, { nonce: 'n-1' })).toBe(outcome);
  });
});
