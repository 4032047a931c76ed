import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTest, repositoryFiles } from './sources.ts';

/** Tables of data are not code: they may be long. */
const isTable = (path: string): boolean => /(^|\/)tables?(\/|\.ts$)|-table\.ts$|-data\.ts$/.test(path);

const isText = (path: string): boolean => /\.(ts|mjs|json|md|yaml|yml|css|html|txt)$|^\.ci\/run$|^\.npmrc$/.test(path);

const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

describe('files', () => {
  const code = repositoryFiles().filter(
    (path) => /^(packages|apps|scripts|bench)\/.*\.(ts|mjs)$/.test(path) && !isTest(path) && !isTable(path),
  );
  const lengths = code.map((path) => ({ path, length: lines(path) })).sort((a, b) => a.length - b.length);
  const at = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)]?.length ?? 0;

  it('are short: none over 300 lines', () => {
    expect(lengths.filter(({ length }) => length > 300)).toEqual([]);
  });

  it('are short: 90 % have at most 200 lines, half at most 80', () => {
    expect(at(0.9)).toBeLessThanOrEqual(200);
    expect(at(0.5)).toBeLessThanOrEqual(80);
  });

  it('keep the flow of an explanation on one screen', () => {
    expect(lines('packages/kong/src/explain.ts')).toBeLessThanOrEqual(60);
  });
});

describe('what the files say', () => {
  /** Spelled apart so that this file does not complain of itself. */
  const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
    [
      'unfinished work',
      new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['HA', 'CK'].join('')})\\b`),
    ],
    [
      'a type given up',
      new RegExp(`@ts-(${['ig', 'nore'].join('')}|${['no', 'check'].join('')})|: ${'an'}y\\b|as ${'an'}y\\b`),
    ],
    ['a path of a machine', new RegExp(`(^|["'\\s(=])/(${['wo', 'rk'].join('')}|ro${'ot'}|ho${'me'}/[a-z])/`, 'm')],
    ['a registry', new RegExp(['registry', 'npmjs'].join('\\.'))],
  ];
  const files = repositoryFiles().filter((path) => isText(path) && !/vectors\/|package-lock\.json$|^docs\//.test(path));

  it.each(FORBIDDEN)('holds no %s', (_, pattern) => {
    const typed = pattern.source.includes('ts-') ? files.filter((path) => path.endsWith('.ts')) : files;
    expect(typed.filter((path) => pattern.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('runs every test', () => {
    const focused = new RegExp(`\\b(it|test|describe)\\.(on${'ly'}|to${'do'})\\b`);
    expect(files.filter((path) => isTest(path) && focused.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
