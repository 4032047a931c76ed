import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differenceKinds } from './index.ts';

test('the page has each kind of difference, and no other, and says something of each', () => {
  const page = readFileSync(new URL('../../../../docs/rules/issuer-differences.md', import.meta.url), 'utf8');
  const [top = '', ...sections] = page.split(/^## /m);
  expect(top.startsWith('# Differences of issuers\n')).toBe(true);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(differenceKinds.map(({ id }) => id));
  for (const section of sections) expect(section).toMatch(/\nExample: .+\n\n.+\n\nWhat to change: .+\n/s);
});
