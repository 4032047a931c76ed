import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEY_PROBLEM_CODES } from '../keys/index.ts';
import { DIAGNOSES } from './index.ts';

const page = (name: string): string =>
  readFileSync(new URL(`../../../../docs/rules/${name}.md`, import.meta.url), 'utf8');
const headings = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('#'));

describe('the page of', () => {
  it.each([...DIAGNOSES.proven, ...DIAGNOSES.compared].map(({ id }) => id))('%s', (id) => {
    expect(headings(page(id))).toEqual([
      `# ${id}`,
      '## What is wrong',
      '## Example',
      '## Why it matters',
      '## What to change',
      '## Basis',
    ]);
  });

  it('key problems has each of them, and no other', () => {
    expect(headings(page('key-problems'))).toEqual([
      '# Problems of keys',
      ...KEY_PROBLEM_CODES.map((code) => `## ${code}`),
    ]);
  });
});
