// npm run new-rule ID: writes a rule, its test and its page, and adds it to the catalogue and the README.
// What it writes works as it is; replace what it judges, says and cites.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOM = 'packages/core/src/rules/token';
const CATALOGUE = `${ROOM}/index.ts`;
const BASIS = 'say here why it is believed: an RFC and its section, a source file, a recording';

/** `token-expired` → `tokenExpired` */
const camelCase = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const rule = (id, name) => `import { line, value } from '../../report/index.ts';
import { assumed, type TokenRule } from './rule.ts';

export const ${name}: TokenRule<{ readonly found: string }> = {
  id: '${id}',
  severity: 'warning',
  basis: [assumed('${BASIS}')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => {
    const found = claims?.['${id}'];
    return found === undefined ? undefined : { found: JSON.stringify(found) };
  },
  explain: ({ found }) => [line\`The claim ${id} is \${value(found)}.\`],
};
`;

const test = (id, name) => `import { expect, it } from 'vitest';
import { ${name} } from './${id}.ts';
import { headline, type Made } from './testing.ts';

it.each<[string, Made, string | undefined]>([
  ['has the defect', { claims: { '${id}': 1 } }, 'The claim ${id} is 1.'],
  ['has it not', {}, undefined],
])('%s', (_, made, said) => {
  expect(headline(${name}, made)).toBe(said);
});
`;

const page = (id) => `# ${id}

## What is wrong

The token has a claim called \`${id}\`.

## Example

\`\`\`
{"${id}":1}
\`\`\`

## Why it matters

Who is refused because of it, and who is let through that should not be.

## What to change

- Issuer, client or gateway: what each of them does about it.

## Basis

- ${BASIS}
`;

/** Puts an import in its alphabetical place and the rule at the end of the array. */
function inCatalogue(text, id, name) {
  const added = `import { ${name} } from './${id}.ts';`;
  const lines = text.split('\n');
  const ofRules = lines
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => /^import \{ \w+ \} from '\.\//.test(line));
  const idOf = (line) => /'\.\/(.*)\.ts'/.exec(line)?.[1] ?? '';
  const after = ofRules.filter(({ line }) => idOf(line) < id).at(-1)?.at ?? ofRules[0].at - 1;
  lines.splice(after + 1, 0, added);
  const end = lines.indexOf(
    '];',
    lines.findIndex((line) => line.startsWith('export const tokenRules')),
  );
  lines.splice(end, 0, `  ${name},`);
  return lines.join('\n');
}

/** @returns {string[]} the files that were written, relative to `root` */
export function newRule(id, root) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id ?? '')) {
    throw new Error('Usage: npm run new-rule ID. The id states the defect in kebab-case: issuer-in-capitals.');
  }
  const name = camelCase(id);
  const files = {
    [`${ROOM}/${id}.ts`]: rule(id, name),
    [`${ROOM}/${id}.test.ts`]: test(id, name),
    [`docs/rules/${id}.md`]: page(id),
  };
  const there = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (there !== undefined) throw new Error(`${there} is there already: choose another id.`);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text, { flag: 'wx' });
  const catalogue = join(root, CATALOGUE);
  writeFileSync(catalogue, inCatalogue(readFileSync(catalogue, 'utf8'), id, name));
  return [...Object.keys(files), CATALOGUE];
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && resolve(process.argv[1]) === here) {
  const root = resolve(dirname(here), '..');
  try {
    const [, , id] = process.argv;
    const written = newRule(id, root);
    const readme = spawnSync(process.execPath, ['scripts/make-readme-list.mjs'], { cwd: root });
    if (readme.status === 0) written.push('README.md');
    console.log(`${written.map((file) => `wrote ${file}`).join('\n')}\n`);
    console.log(`Now put rows into the test and see them fail: npx vitest run --project unit ${ROOM}/${id}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
