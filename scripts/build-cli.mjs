// Bundles the command line and the library of the published package: its workspaces and everything
// they need, so that it has no dependencies. Each verb is a chunk of its own, loaded when it runs.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { chunkGroups } from './chunks.mjs';
import { copyDeclarations } from './declarations.mjs';

const root = resolve(import.meta.dirname, '..');
const app = join(root, 'apps/cli');
const dist = join(app, 'dist');

for (const name of readdirSync(dist)) if (!name.startsWith('.')) rmSync(join(dist, name), { recursive: true });

/** @param judge `replaced`, `external` or undefined for an import that is none of its business */
function standIn(name, code, judge) {
  // A foreign module: what it does when it is loaded must not be left out.
  const own = `\0node_modules:${name}`;
  return {
    name,
    resolveId(id, importer = '') {
      const judged = judge(id, importer);
      if (judged === 'external') return { id, external: true };
      return judged === 'replaced' ? own : null;
    },
    load: (id) => (id === own ? code : null),
  };
}

const options = {
  platform: 'node',
  external: /^node:(?!child_process)/,
  // Our own modules do nothing when they are loaded, so that a door does not drag in its whole room.
  treeshake: { moduleSideEffects: (id) => id.includes('node_modules') },
  plugins: [
    // commander would load it at every start, for verbs that are programs of their own; there are none.
    standIn('no-child-process', 'export default {};', (id, importer) =>
      id === 'node:child_process' ? (importer.includes('/commander/') ? 'replaced' : 'external') : undefined,
    ),
    // express' packages would write addresses to standard error where DEBUG is set.
    standIn('no-debug', 'module.exports = () => Object.assign(() => {}, { enabled: false });', (id) =>
      id === 'debug' ? 'replaced' : undefined,
    ),
  ],
  // `import` or `require` is added by how each is asked for: some packages answer the two with different files.
  resolve: { conditionNames: ['why401-source', 'node', 'default'] },
  onLog(level, log) {
    // A name that is not resolved would be missing at the person's machine.
    // A room that one verb loads early is no reason for another to give up loading it late.
    if (level !== 'debug' && log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(`${log.code}: ${log.message}`);
  },
};
const source = (name) => join(app, 'src', name);
const bundled = new Set();
const program = { input: { program: source('process.ts') }, preserveEntrySignatures: 'allow-extension' };
const verbs = [
  'process.ts',
  'commands/verify.ts',
  'commands/explain.ts',
  'commands/replay.ts',
  'commands/serve.ts',
].map(source);
await bundle(program, {
  format: 'cjs',
  entryFileNames: 'chunks/[name].cjs',
  chunkFileNames: 'chunks/[name].cjs',
  codeSplitting: { groups: chunkGroups(await bundle(program, { format: 'cjs' }, 'generate'), verbs) },
});
// Alone, so that the program itself comes from Node's compile cache (Node 22.1 and newer) at the next start.
writeFileSync(
  join(dist, 'main.cjs'),
  `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) >= 22) process.getBuiltinModule('module').enableCompileCache?.();
require('./chunks/program.cjs').start();
`,
);
// The thread that judges for the page has a file of its own: it is started by that name.
const desk = join(root, 'apps/web/src/server/desk/worker.ts');
await bundle({ input: { desk } }, { format: 'cjs', entryFileNames: '[name].cjs' });
await bundle({ input: { lib: source('lib.ts') } }, { format: 'es', entryFileNames: '[name].js' });
chmodSync(join(dist, 'main.cjs'), 0o755);

cpSync(join(root, 'apps/web/dist/page'), join(dist, 'page'), { recursive: true });
// `why401 why RULE` prints them.
cpSync(join(root, 'docs/rules'), join(dist, 'rules'), { recursive: true });
copyDeclarations({ entry: join(dist, '.tsc/lib.d.ts'), to: join(dist, 'types') });
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices());
mkdirSync(join(app, 'schema'), { recursive: true });
copyFileSync(join(root, 'packages/core/schema/report.schema.json'), join(app, 'schema/report.schema.json'));
for (const name of ['LICENSE', 'README.md'])
  if (existsSync(join(root, name))) copyFileSync(join(root, name), join(app, name));

async function bundle(input, output, action = 'write') {
  const build = await rolldown({ ...options, ...input });
  const { output: files } = await build[action]({ dir: dist, minify: true, ...output });
  await build.close();
  for (const { moduleIds = [] } of files) for (const id of moduleIds) bundled.add(id);
  return files;
}

/** The licences of what is bundled ask for their text to go along. */
function notices() {
  const folders = new Set([...bundled].filter((id) => id.includes('/node_modules/')).map(packageFolder));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

function packageFolder(id) {
  let folder = dirname(id.replace(/^\0/, ''));
  while (!existsSync(join(folder, 'package.json')) || !named(folder)) folder = dirname(folder);
  return folder;
}

/** Some packages have a nameless package.json in a folder of theirs. */
function named(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name !== undefined;
}
