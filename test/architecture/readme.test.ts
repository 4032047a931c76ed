import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('links every diagnosis to its page (npm run readme writes the list)', () => {
    const pages = readdirSync('docs/rules').map((name) => `docs/rules/${name}`);
    expect(pages.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });

  it('links to nothing that is not there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !/^https?:/.test(target) && !existsSync(target))).toEqual([]);
  });

  it('says the two commands on its first screen', () => {
    const screen = readme.split('\n').slice(0, 24).join('\n');
    expect(screen).toContain('npm ci && npm start');
    expect(screen).toContain('npm cit');
    expect(screen).toMatch(/!\[.+\]\(docs\/pictures\/.+\.svg\)/);
  });
});
