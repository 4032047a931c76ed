// npm run new-rule ID [token|metadata|keyset]: writes a rule, its test and its page, and adds it to the catalogue
// and the README. What it writes works as it is; replace what it judges, says and cites.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogues, page } from './new-rule-texts.mjs';

/** `token-expired` → `tokenExpired` */
const camelCase = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** The linter wants imports in the order of their paths, wherever the id puts its own. */
function inOrder(text) {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => / from '\.\//.test(line));
  const to = lines.indexOf('', from);
  const pathOf = (line) => / from '(.*)'/.exec(line)?.[1] ?? '';
  const own = lines.slice(from, to).sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return [...lines.slice(0, from), ...own, ...lines.slice(to)].join('\n');
}

/** Puts an import in its alphabetical place and the rule at the end of the array. */
function inCatalogue(text, id, name, list) {
  const added = `import { ${name} } from './${id}.ts';`;
  const lines = text.split('\n');
  const ofRules = lines
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => /^import (?:type )?\{ [\w, ]+ \} from '\.\//.test(line));
  const idOf = (line) => /'\.\/(.*)\.ts'/.exec(line)?.[1] ?? '';
  const after = ofRules.filter(({ line }) => idOf(line) < id).at(-1)?.at ?? ofRules[0].at - 1;
  lines.splice(after + 1, 0, added);
  const end = lines.indexOf(
    '];',
    lines.findIndex((line) => line.startsWith(`export const ${list}`)),
  );
  lines.splice(end, 0, `  ${name},`);
  return lines.join('\n');
}

/** @returns {string[]} the files that were written, relative to `root` */
export function newRule(id, root, kind = 'token') {
  const catalogue = catalogues[kind];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id ?? '') || catalogue === undefined) {
    const kinds = Object.keys(catalogues).join('|');
    throw new Error(
      `Usage: npm run new-rule ID [${kinds}]. The id states the defect in kebab-case: issuer-in-capitals.`,
    );
  }
  const name = camelCase(id);
  const { room, list } = catalogue;
  const files = {
    [`${room}/${id}.ts`]: catalogue.rule(id, name),
    [`${room}/${id}.test.ts`]: inOrder(catalogue.test(id, name)),
    [`docs/rules/${id}.md`]: page(id, catalogue),
  };
  const there = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (there !== undefined) throw new Error(`${there} is there already: choose another id.`);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text, { flag: 'wx' });
  const index = `${room}/index.ts`;
  writeFileSync(join(root, index), inCatalogue(readFileSync(join(root, index), 'utf8'), id, name, list));
  return [...Object.keys(files), index];
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] !== undefined && resolve(process.argv[1]) === here) {
  const root = resolve(dirname(here), '..');
  try {
    const [, , id, kind] = process.argv;
    const written = newRule(id, root, kind);
    const readme = spawnSync(process.execPath, ['scripts/make-readme-list.mjs'], { cwd: root });
    if (readme.status === 0) written.push('README.md');
    console.log(`${written.map((file) => `wrote ${file}`).join('\n')}\n`);
    console.log(`Now put rows into the test and see them fail: npx vitest run --project unit ${written[1]}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
