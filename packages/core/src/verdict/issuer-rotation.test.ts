import { createCrypto } from '@why401/node';
import { mintKey, NOW_MS } from '@why401/testkit';
import { expect, test } from 'vitest';
import { readKeys } from '../keys/index.ts';
import { toText } from '../report/index.ts';
import { type Rotation, rotationDocument, rotationOf, rotationSection } from './index.ts';

const crypto = createCrypto();
const jwk = (kid: string, number: number): object => mintKey('RS256', { kid, number }).publicJwk;
const set = (keys: readonly object[], at?: number) => ({
  reading: readKeys(JSON.stringify({ keys }), crypto),
  at,
});
const HOUR = 3_600_000;

const named = ({ came, went, stayed, renamed, replaced }: Rotation): string =>
  [came, went, stayed]
    .map((keys) => keys.map(({ kid }) => kid).join('+'))
    .concat(
      renamed.map(({ from, to }) => `${from}>${to}`),
      replaced.map((kid) => `!${kid}`),
    )
    .join('|');

test.each<[string, readonly object[], readonly object[], string]>([
  ['nothing', [jwk('a', 0)], [jwk('a', 0)], '||a'],
  ['another order', [jwk('a', 0), jwk('b', 1)], [jwk('b', 1), jwk('a', 0)], '||b+a'],
  ['a new one beside', [jwk('a', 0)], [jwk('b', 1), jwk('a', 0)], 'b||a'],
  ['the old one gone', [jwk('b', 1), jwk('a', 0)], [jwk('b', 1)], '|a|b'],
  ['all at once', [jwk('a', 0)], [jwk('b', 1)], 'b|a|'],
  ['renamed', [jwk('a', 0)], [jwk('c', 0)], '||c|a>c'],
  ['replaced under its name', [jwk('a', 0)], [jwk('a', 1)], 'a|a||!a'],
  ['broken keys have no identity', [{ kty: 'RSA', kid: 'x' }, jwk('a', 0)], [jwk('a', 0)], '||a'],
])('%s', (_, before, after, wanted) => {
  expect(named(rotationOf(set(before), set(after), crypto))).toBe(wanted);
});

test('until when tokens of a vanished key live', () => {
  const [before, after] = [set([jwk('a', 0)], NOW_MS - HOUR), set([jwk('b', 1)], NOW_MS)];
  const known = rotationOf(before, after, crypto, 3600);
  expect(known.tokensUntil).toBe(NOW_MS + HOUR);
  expect(rotationOf(before, after, crypto).tokensUntil).toBeUndefined();
  expect(rotationOf(before, { ...after, at: undefined }, crypto, 3600).tokensUntil).toBeUndefined();
  const still = rotationOf(before, set([jwk('a', 0), jwk('b', 1)], NOW_MS), crypto, 600);
  expect([still.tokensUntil, still.safeRemoval]).toEqual([undefined, NOW_MS + 600_000]);
  const section = rotationSection(known, 'Europe/Berlin');
  const text = toText({ title: '', sections: [section] }, { width: 120, color: false, unicode: false });
  expect(text).toContain('Went: a (RS256)');
  expect(text).toMatch(/live until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d Europe\/Berlin at the latest/);
  expect(rotationDocument(known)).toMatchObject({ went: [{ kid: 'a' }], tokensUntil: NOW_MS + HOUR });
});
