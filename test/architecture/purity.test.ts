import { describe, expect, it } from 'vitest';
import { impurities } from './purity.ts';
import { productSources, specifiersOf } from './sources.ts';

const PURE = /^packages\/(core|kong|hops)\/src\//;

describe('pure packages', () => {
  it('touch nothing but their arguments and ports', () => {
    const pure = productSources().filter(({ path }) => PURE.test(path));
    expect(pure.length).toBeGreaterThan(10);
    expect(pure.flatMap(impurities)).toEqual([]);
  });
});

describe('the purity check itself', () => {
  it.each([
    [`import { readFileSync } from 'node:fs';`, 'imports node:fs'],
    [`const m = await import('node:crypto');`, 'imports node:crypto'],
    [`export * from "node:os";`, 'imports node:os'],
    ['const t = Date.now();', 'uses Date.now'],
    ['const t = new Date();', 'uses new Date()'],
    ['const r = Math.random();', 'uses Math.random'],
    ['await fetch(url);', 'uses fetch'],
    ['process.exit(1);', 'uses process'],
    ['Buffer.from(x);', 'uses Buffer'],
    ['console.log(x);', 'uses console'],
    ['globalThis.crypto;', 'uses globalThis'],
    ['setTimeout(f, 1);', 'uses timers'],
  ])('sees %s', (text, complaint) => {
    expect(impurities({ path: 'x.ts', text, imports: specifiersOf(text) })).toEqual([`x.ts: ${complaint}`]);
  });

  it.each([
    ['a comment', '// Date.now() would be impure'],
    ['a string', `const text = 'process.env';`],
    ['a method of another object', 'ports.fetch(url); clock.now(); new Date(ms);'],
  ])('lets %s pass', (_, text) => {
    expect(impurities({ path: 'x.ts', text, imports: specifiersOf(text) })).toEqual([]);
  });
});
