import { readPaste } from '@why401/core/input';
import { toJson, toText } from '@why401/core/report';
import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { mintToken, secretKey } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../../core/schema/validator.ts';
import { SWITCHES } from '../versions/index.ts';
import { across, acrossDocument, acrossReport, SWITCH_WORDS } from './index.ts';

const NOW = 1_764_000_000;
const ports = { crypto: createCrypto(), clock: fixedClock(NOW * 1000) };
const secret = 'the secret of this test, long enough';
const token = mintToken({ key: secretKey('HS256', 'k', secret), claims: { iss: 'app', exp: NOW - 60 } });

const kong = (more: string, format = '1.1'): string => `_format_version: "${format}"
services:
- name: shop
  url: http://shop.internal
  routes: [{name: orders, paths: [/orders]}]
  plugins: [${more}]
consumers:
- username: app
  jwt_secrets: [{key: app, secret: "${secret}"}]
`;

function crossed(text: string, versions: readonly string[], headers = `-H 'Authorization: Bearer ${token}'`) {
  const paste = readPaste(`curl https://a.example/orders/7 ${headers}`);
  const crossing = across(
    [{ name: 'kong.yaml', text }],
    { paste, name: 'the paste' },
    { versions, zone: 'UTC' },
    ports,
  );
  if (!crossing.ok) throw new Error(crossing.problems.map(({ code }) => code).join());
  return crossing.across;
}

const stepsOf = (of: ReturnType<typeof crossed>) =>
  of.requests[0]?.upgrades.map(({ outcome, differences, causes }) => [
    outcome,
    differences.map(({ field }) => field),
    causes.map((cause) => (cause.kind === 'switch' ? cause.name : cause.kind)),
  ]);

describe('one question to several versions', () => {
  it('names the switch that adds a header', () => {
    const of = crossed(kong('{name: jwt, config: {claims_to_verify: [exp]}}'), ['3.4', '3.7', '3.9']);
    expect(stepsOf(of)).toEqual([
      ['same', [], []],
      ['changed', ['header.www-authenticate'], ['wwwAuthenticate']],
    ]);
  });

  it('names the switches that change a 404', () => {
    const of = crossed(kong('').replace('/orders]', '/other]'), ['2.8', '3.9']);
    expect(stepsOf(of)?.[0]?.[2]).toEqual(expect.arrayContaining(['errorsFollowAccept', 'requestId']));
  });

  it('names the loader where a path becomes a regex', () => {
    const text = kong('').replace('[/orders]', "['/orders/[0-9]']");
    expect(stepsOf(crossed(text, ['2.8', '3.9']))).toEqual([['same', [], []]]);
  });

  it('says what a version refuses, and never calls that equal', () => {
    const of = crossed(kong('{name: jwt, config: {realm: a}}', '3.0'), ['3.4', '3.9']);
    const [one] = of.requests;
    expect(one?.answers.map(({ side, refusals }) => [side?.outcome, refusals.length])).toEqual([
      [undefined, 1],
      ['proxied', 0],
    ]);
    expect(one?.upgrades[0]?.outcome).toBe('undetermined');
  });

  it.each([
    ['one version', ['3.9'], 'versions-wanted'],
    ['a version that nobody knows', ['3.9', '9.9'], 'kong-version-unknown'],
  ])('%s', (_, versions, code) => expect(() => crossed(kong(''), versions)).toThrow(code));
});

describe('what is told of it', () => {
  const of = crossed(kong('{name: jwt, config: {claims_to_verify: [exp]}}'), ['3.7', '3.9']);

  it('is a document of the schema', () => {
    expect(schemaErrors(JSON.parse(toJson('explain', acrossDocument(of))))).toEqual([]);
  });

  it('names the source of the change, and holds no token', () => {
    const text = toText(acrossReport(of), { width: 110, color: false, unicode: true });
    expect(text).toContain('Kong/kong#11792');
    for (const hidden of [secret, token]) expect(`${text}${JSON.stringify(acrossDocument(of))}`).not.toContain(hidden);
  });

  it('has words for every switch', () =>
    expect(Object.keys(SWITCH_WORDS).sort()).toEqual(Object.keys(SWITCHES).sort()));
});
