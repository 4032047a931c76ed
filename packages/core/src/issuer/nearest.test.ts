import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceFrom } from './distance.ts';
import { foldIssuer, foldSum } from './fold.ts';
import { nearest } from './nearest.ts';

const hex = (n: number, digits: number): string =>
  Math.imul(n, 2654435761).toString(16).replace('-', 'f').padStart(digits, '0').slice(0, digits);
const guid = (n: number): string =>
  `${hex(n, 8)}-${hex(n + 1, 4)}-${hex(n + 2, 4)}-${hex(n + 3, 4)}-${hex(n + 4, 8)}${hex(n + 5, 4)}`;
const keys = Array.from({ length: 10_000 }, (_, i) => `https://auth.pingone.example/${guid(i)}/as`);

/** wanted, candidates, the values found in order */
const rows: readonly (readonly [wanted: string, candidates: readonly string[], found: readonly string[]])[] = [
  [
    'https://a.example/as/',
    ['https://b.example', 'https://a.example/as', 'https://a.example/az/'],
    ['https://a.example/as', 'https://a.example/az/', 'https://b.example'],
  ],
  ['https://a.example', ['http://a.example:80/', 'https://a.exampl'], ['http://a.example:80/', 'https://a.exampl']],
  [
    'https://a.example',
    ['https://a.ex\u0430mple', ' https://A.example/.well-known/openid-configuration'],
    ['https://a.ex\u0430mple', ' https://A.example/.well-known/openid-configuration'],
  ],
  [
    `https://sts.windows.net/${guid(1)}/`,
    [`https://sts.windows.net/${guid(7)}/`, `https://login.microsoftonline.com/${guid(1)}/v2.0`],
    [`https://login.microsoftonline.com/${guid(1)}/v2.0`],
  ],
  ['a1', ['A1', 'b2', 'a1'], ['a1', 'A1', 'b2']],
  ['orders-client', ['orders-cleint', 'something else entirely', 'order-client'], ['order-client', 'orders-cleint']],
  ['x', [], []],
  ['', ['', 'abc'], ['']],
  ['rnobile', ['mobile', 'rnobiles'], ['mobile', 'rnobiles']],
];

/**
 * How often the work takes the time of reading every letter of the keys once: other things run on
 * the machine beside a test, so milliseconds say little. 50 ms are some 60 readings.
 */
function readings(work: () => unknown): number {
  const once = (): number =>
    keys.reduce((sum, key) => {
      for (let at = 0; at < key.length; at++) sum = (sum + key.charCodeAt(at)) | 0;
      return sum;
    }, 0);
  const time = (some: () => unknown): number => {
    const start = performance.now();
    some();
    return performance.now() - start;
  };
  const ratios = Array.from({ length: 7 }, () => {
    const reading = time(() => Array.from({ length: 20 }, once)) / 20;
    return time(work) / reading;
  });
  return Math.min(...ratios);
}

describe('nearest', () => {
  test.each(rows)('%j among %j', (wanted, candidates, values) => {
    const near = nearest(wanted, candidates, 3);
    expect(near.map(({ value }) => value)).toEqual(values);
    for (const { index, value } of near) expect(candidates[index]).toBe(value);
  });

  test('keeps to the limit', () => {
    expect(nearest(keys[0] ?? '', keys, 2)).toHaveLength(2);
    expect(nearest('a', ['a', 'b'], 0)).toEqual([]);
  });

  test('finds the one key of 10,000 that differs by a slash, in less than 50 ms', () => {
    const wanted = `${keys[7311]}/`;
    const [best] = nearest(wanted, keys, 3);
    expect(best).toEqual({ value: keys[7311], index: 7311, distance: 1, sameToTheEye: true });
    expect(readings(() => nearest(wanted, keys, 3))).toBeLessThan(60);
  });

  test('and when nothing is near', () => {
    const wanted = 'https://login.example.org/some/other/realm/of/about/this/length/';
    expect(readings(() => nearest(wanted, keys, 3))).toBeLessThan(60);
  });

  test('ten thousand long candidates are no reason to wait', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `${i}${'abcdefghij'.repeat(200)}`);
    expect(nearest('abcdefghij'.repeat(200), long, 3)).toHaveLength(3);
  }, 10_000);
});

/** The textbook's table, to hold the fast one to. */
function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('distanceFrom', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', 'é'), maxLength: 120 });

  test('is the textbook distance, cut off', () => {
    fc.assert(
      fc.property(text, text, fc.nat(130), (a, b, cutoff) => {
        expect(distanceFrom(a)(b, cutoff)).toBe(Math.min(plainDistance(a, b), cutoff + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

test('foldSum is equal wherever the fold is', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'H',
    'h',
    'm',
    'rn',
    'w',
    'vv',
    'd',
    'cl',
    'l',
    '1',
    '|',
    'I',
    'o',
    '0',
    'O',
    '/',
    '.',
    ':443',
    ':80',
    ' ',
    'é',
    '%41',
    '/.well-known/x',
    'https',
    '://',
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [one, other] = [foldSum(a), foldSum(b)];
      if (foldIssuer(a) === foldIssuer(b) && one !== undefined && other !== undefined) expect(one).toBe(other);
    }),
    { numRuns: 5000 },
  );
  expect(foldSum('https://Mail.example/')).toBe(foldSum('rnai1.examp1e'));
});
