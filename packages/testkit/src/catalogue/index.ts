import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Basis } from '@why401/core';
import { describe, expect, it } from 'vitest';

const HEADINGS = ['What is wrong', 'Example', 'Why it matters', 'What to change', 'Basis'];

interface Listed {
  readonly id: string;
  readonly basis: readonly Basis[];
}

/** For tests: one rule is one file, one test and one page of one name, and nothing else lies in the folder. */
export function describeCatalogue(here: URL, rules: readonly Listed[], helpers: readonly string[]): void {
  const pageOf = (id: string): string => readFileSync(new URL(`../../../../../docs/rules/${id}.md`, here), 'utf8');
  const files = readdirSync(here)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => !helpers.includes(name));

  it('holds each rule file once, and nothing else', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('is named in kebab-case and exported under that name', async () => {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      const exported = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      const module: Record<string, unknown> = await import(new URL(`./${id}.ts`, here).href);
      expect(module[exported]).toBe(rule);
    });

    it('has a test of its name', () => expect(existsSync(new URL(`./${id}.test.ts`, here))).toBe(true));

    it('has a page with the headings in their order, something under each', () => {
      const headings = pageOf(id).match(/^#+ .*$/gm);
      expect(headings).toEqual([`# ${id}`, ...HEADINGS.map((heading) => `## ${heading}`)]);
      const sections = pageOf(id)
        .split(/^## .*$/m)
        .slice(1);
      expect(sections.map((text) => text.trim().length > 0)).toEqual(HEADINGS.map(() => true));
    });

    it('says on the page what it is based on', () => {
      const basis = pageOf(id).split('## Basis\n')[1] ?? '';
      expect(basis.match(/^- (.*)$/gm)?.map((line) => line.slice(2))).toEqual(rule.basis.map(({ ref }) => ref));
    });
  });
}
