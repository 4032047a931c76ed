import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRules } from '../run.ts';
import { tokenRules } from './index.ts';
import { judgeByRules } from './judge.ts';
import { b64, evidenceOf, type Made, NOW, octets } from './testing.ts';

/** Files of the room that are no rules. */
const HELPERS = ['algorithms-table', 'elsewhere', 'evidence', 'form', 'index', 'judge', 'rule', 'testing'];
const here = new URL('./', import.meta.url);
const pageOf = (id: string): string =>
  readFileSync(new URL(`../../../../../docs/rules/${id}.md`, import.meta.url), 'utf8');
const files = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !HELPERS.includes(name));

const HEADINGS = ['What is wrong', 'Example', 'Why it matters', 'What to change', 'Basis'];

it('holds each rule file once, and nothing else', () => {
  expect(tokenRules.map(({ id }) => id).sort()).toEqual(files.sort());
});

describe.each(tokenRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is named in kebab-case and exported under that name', async () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    const exported = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const module: Record<string, unknown> = await import(new URL(`./${id}.ts`, here).href);
    expect(module[exported]).toBe(rule);
  });

  it('has a test of its name', () => {
    expect(existsSync(new URL(`./${id}.test.ts`, here))).toBe(true);
  });

  it('has a page with the headings in their order', () => {
    const headings = pageOf(id).match(/^#+ .*$/gm);
    expect(headings).toEqual([`# ${id}`, ...HEADINGS.map((heading) => `## ${heading}`)]);
  });

  it('says on the page what it is based on', () => {
    const basis = pageOf(id).split('## Basis\n')[1] ?? '';
    expect(basis.match(/^- (.*)$/gm)?.map((line) => line.slice(2))).toEqual(rule.basis.map(({ ref }) => ref));
  });

  it('says on the page something under each heading, and holds no whole token', () => {
    const sections = pageOf(id)
      .split(/^## .*$/m)
      .slice(1);
    expect(sections.map((text) => text.trim().length > 0)).toEqual(HEADINGS.map(() => true));
    expect(pageOf(id)).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/);
  });
});

describe('judging by kinds of rules finds what running all of them finds', () => {
  it.each<[string, Made]>([
    ['clean', {}],
    ['form', { payload: '{"a":1,"a":1e999}' }],
    ['header', { header: { alg: 'rs256', kid: '../x', crit: [] } }],
    ['claims', { claims: { exp: NOW, aud: 1 } }],
    [
      'everything',
      { header: { alg: 'nOne', kid: 1, b64: false }, payload: '{"exp":"1","iss":"a\\n","iss":2}', signature: 'A' },
    ],
    ['encrypted', { text: `${b64('{"alg":"PBES2-HS256+A128KW","enc":"x","zip":"DEF"}')}.AAAA.AAAA.AAAA.AAAA` }],
    ['signed by what encrypts', { header: { alg: 'dir' } }],
    ['encrypted by what signs', { text: `${b64('{"alg":"HS256","enc":"x"}')}.AAAA.AAAA.AAAA.AAAA` }],
    ['ECDSA', { header: { alg: 'ES256' }, signature: octets(64, 0) }],
    ['opaque', { text: 'kpat_x' }],
  ])('%s', (_, made) => {
    const evidence = evidenceOf(made);
    expect([judgeByRules(evidence), judgeByRules(evidence)]).toEqual([
      runRules(tokenRules, evidence),
      runRules(tokenRules, evidence),
    ]);
  });
});
