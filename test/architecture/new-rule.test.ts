import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT: string = new URL('../../scripts/new-rule.mjs', import.meta.url).href;
const { newRule }: { newRule(id: string | undefined, root: string, kind?: string): string[] } = await import(SCRIPT);

const CATALOGUE = 'packages/core/src/rules/token/index.ts';
let root = '';
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(root, dirname(CATALOGUE)), { recursive: true });
  mkdirSync(join(root, 'docs/rules'), { recursive: true });
  copyFileSync(CATALOGUE, join(root, CATALOGUE));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('npm run new-rule', () => {
  it.each([
    ['issuer-in-capitals', 'issuerInCapitals'],
    ['aaa', 'aaa'],
    ['zz-9', 'zz9'],
  ])('%s', (id, name) => {
    const before = read(CATALOGUE).split('\n');
    const written = newRule(id, root);
    expect(written).toEqual([
      `packages/core/src/rules/token/${id}.ts`,
      `packages/core/src/rules/token/${id}.test.ts`,
      `docs/rules/${id}.md`,
      CATALOGUE,
    ]);
    const after = read(CATALOGUE).split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      `import { ${name} } from './${id}.ts';`,
      `  ${name},`,
    ]);
    const ids = after
      .map((line) => /^import \{ \w+ \} from '\.\/(.*)\.ts';$/.exec(line)?.[1])
      .filter((one) => one !== undefined);
    expect(ids).toEqual([...ids].sort());
    expect(read(`packages/core/src/rules/token/${id}.ts`)).toContain(`export const ${name}: TokenRule`);
    expect(read(`docs/rules/${id}.md`).match(/^#+ .*$/gm)).toEqual([
      `# ${id}`,
      '## What is wrong',
      '## Example',
      '## Why it matters',
      '## What to change',
      '## Basis',
    ]);
  });

  it.each([
    ['metadata', 'MetadataRule'],
    ['keyset', 'KeySetRule'],
  ])('into the catalogue of %s', (kind, type) => {
    const index = `packages/core/src/rules/${kind}/index.ts`;
    mkdirSync(join(root, dirname(index)), { recursive: true });
    copyFileSync(index, join(root, index));
    const before = read(index).split('\n');
    expect(newRule('key-in-capitals', root, kind).at(-1)).toBe(index);
    const added = read(index)
      .split('\n')
      .filter((line) => !before.includes(line));
    expect(added).toEqual([`import { keyInCapitals } from './key-in-capitals.ts';`, '  keyInCapitals,']);
    expect(read(index).split('\n').at(-2)).toBe(before.at(-2));
    const written = read(`packages/core/src/rules/${kind}/key-in-capitals.ts`);
    expect(written).toContain(`export const keyInCapitals: ${type}`);
  });

  it('refuses a catalogue that is none', () => {
    expect(() => newRule('key-in-capitals', root, 'gateway')).toThrow('token|metadata|keyset');
  });

  it.each([undefined, '', 'Upper', 'with_underscore', '-x', 'x-', 'a--b', '../x', 'ümlaut'])('refuses %j', (id) => {
    expect(() => newRule(id, root)).toThrow('kebab-case');
  });

  it('overwrites nothing', () => {
    newRule('twice', root);
    expect(() => newRule('twice', root)).toThrow('is there already');
  });
});
