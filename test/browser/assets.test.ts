import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from './stage.ts';

const folder = join(root, 'apps/web/dist/page');
const FILES = ['app.css', 'app.js', 'index.html'];
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the built page', () => {
  it('is one HTML, one script and one style sheet', () => {
    expect(readdirSync(folder).sort()).toEqual([...FILES, 'examples.json'].sort());
  });

  it('has at most 100 kB, compressed', () => {
    const sizes = FILES.map((name) => gzipSync(read(name), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100_000);
  });

  it('has nothing inline, and names no other place', () => {
    const html = read('index.html');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/app\.js")|<style|\sstyle=|\son[a-z]+=|https?:/i);
    expect(read('app.css')).not.toMatch(/url\(|@import/);
  });

  it('has no way from a string to markup or code', () => {
    expect(read('app.js')).not.toMatch(
      /\.(?:innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function\(|createContextualFragment/,
    );
  });
});
