import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../config/index.ts';
import { readRelease } from '../../versions/index.ts';
import { priorities, splitRoute, type Weights, weigh } from './index.ts';

const crypto = createCrypto();
const ID = '20000000-0000-4000-8000-000000000000';
const route = (change: Partial<Route>): Route =>
  ({
    id: ID,
    methods: null,
    hosts: null,
    paths: null,
    headers: null,
    snis: null,
    sources: null,
    destinations: null,
    regexPriority: 0,
    ...change,
  }) as Route;

function switches(version: string) {
  const release = readRelease(version);
  if (!release.ok) throw new Error(version);
  return release.value.switches;
}

describe('parts of a Route', () => {
  it.each<[string, string, readonly string[], Record<string, readonly string[]>]>([
    ['one path', '3.9', ['/a'], { [ID]: ['/a'] }],
    ['one kind', '3.9', ['/a', '/b'], { [ID]: ['/a', '/b'] }],
    [
      'two kinds',
      '3.9',
      ['/a', '~/x', '/b', '~/y'],
      { 'd8049cc0-aa5f-5eb6-8959-07795af3d617': ['/a', '/b'], '7ef79da9-7412-589b-9d29-07077f4d2c0d': ['~/x', '~/y'] },
    ],
    [
      'two kinds before 3.8',
      '3.7',
      ['/a', '~/x'],
      { '7ef79da9-7412-589b-9d29-07077f4d2c0d': ['/a'], '85d4f5d3-a963-546e-bad0-302d3104e5bc': ['~/x'] },
    ],
    ['one kind before 3.8', '3.7', ['/a', '/b'], { '7ef79da9-7412-589b-9d29-07077f4d2c0d': ['/a', '/b'] }],
    ['two kinds before 3.3', '3.2', ['/a', '~/x'], { [ID]: ['/a', '~/x'] }],
    ['none', '3.9', [], { [ID]: [] }],
  ])('%s', (_, version, paths, expected) => {
    const parts = splitRoute(route({ paths }), switches(version), crypto);
    expect(Object.fromEntries(parts.map((part) => [part.id, part.paths]))).toEqual(expected);
  });
});

const none: Weights = { fields: 1, plainHosts: false, headers: 0, regex: false, regexPriority: 0, length: 0 };
const HIGH = 1n << 63n;

describe('priorities', () => {
  it.each<[string, Partial<Weights>, cold: bigint, warm: bigint, strict: bigint]>([
    ['one field', { length: 2 }, (1n << 29n) | 2n, (1n << 29n) | 2n, (1n << 61n) | 2n],
    [
      'a plain host',
      { plainHosts: true },
      (1n << 60n) | (1n << 29n),
      (1n << 60n) | (1n << 29n),
      (1n << 61n) | (1n << 60n),
    ],
    [
      'a regex',
      { regex: true, regexPriority: 1 },
      (1n << 51n) | (1n << 29n) | (1n << 19n),
      (1n << 51n) | (1n << 29n) | (1n << 19n),
      (1n << 61n) | (1n << 51n) | (1n << 19n),
    ],
    [
      'four fields lose their length',
      { fields: 4, headers: 1, length: 5 },
      HIGH,
      0xffff_ffff_8010_0005n,
      ((4n << 61n) & ((1n << 64n) - 1n)) | (1n << 52n) | 5n,
    ],
    [
      'a regex priority of 4096',
      { regex: true, regexPriority: 4096 },
      HIGH | (1n << 51n) | (1n << 29n),
      0xffff_ffff_a000_0000n,
      (1n << 61n) | (1n << 51n) | (4096n << 19n),
    ],
    [
      'one of 8192',
      { regex: true, regexPriority: 8192 },
      (1n << 51n) | (1n << 29n),
      (1n << 51n) | (1n << 29n),
      (1n << 61n) | (1n << 51n) | (8192n << 19n),
    ],
  ])('%s', (_, change, cold, warm, strict) => {
    expect(priorities({ ...none, ...change })).toEqual({ cold, warm, strict });
  });

  it.each<[string, Partial<Route>, Partial<Weights>]>([
    ['an empty list is no field, but plain', { hosts: [], methods: ['GET'] }, { fields: 1, plainHosts: true }],
    ['a wildcard', { hosts: ['a', '*.b'] }, { fields: 1, plainHosts: false }],
    ['headers', { headers: { A: ['1'], B: ['2'] } }, { fields: 1, headers: 2 }],
    ['bytes of a prefix', { paths: ['/\xc3\xa9'] }, { fields: 1, length: 3 }],
    ['a regex priority of no regex', { paths: ['/a'], regexPriority: 7 }, { fields: 1, length: 2 }],
    ['everything', { snis: ['a'], sources: [{}], destinations: [{}], paths: ['~/'] }, { fields: 4, regex: true }],
  ])('weigh %s', (_, change, expected) => {
    const one = route(change);
    const [part] = splitRoute(one, switches('3.2'), crypto);
    expect(part && weigh(part)).toEqual({ ...none, ...expected });
  });
});
