import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIAGNOSES } from './diagnosis.ts';

const PAGES = new URL('../../../../docs/rules/', import.meta.url);
/** What Kong needs of an issuer's metadata is judged there. */
const METADATA_RULES = new URL('../../../core/src/rules/metadata/', import.meta.url);
const HEADINGS = ['What is wrong', 'Example', 'Why it matters', 'What to change', 'Basis'];

describe('every diagnosis of the gateway', () => {
  it.each(DIAGNOSES)('%s has a page with its name and the headings in order', (id) => {
    const url = new URL(`${id}.md`, PAGES);
    expect(existsSync(url), `docs/rules/${id}.md`).toBe(true);
    const text = readFileSync(url, 'utf8');
    expect(text.startsWith(`# ${id}\n`)).toBe(true);
    const sections = text.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(HEADINGS);
    expect(
      sections.map((section) => section.split('\n').slice(1).join('').trim()).filter((body) => body === ''),
    ).toEqual([]);
  });

  it('is known for every page', () => {
    const ofMetadata = (id: string): boolean => existsSync(new URL(`${id}.ts`, METADATA_RULES));
    const ids = readdirSync(PAGES).flatMap((name) => /^(kong-.*)\.md$/.exec(name)?.[1] ?? []);
    expect(ids.filter((id) => !DIAGNOSES.includes(id) && !ofMetadata(id))).toEqual([]);
  });
});
