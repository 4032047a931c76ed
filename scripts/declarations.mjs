// Declarations of the published package: those that its entry reaches, from every workspace, with
// the workspaces' names replaced by relative paths, so that they resolve from the tarball alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
/** Examples in comments import the package by its name. */
const COMMENT = /^\s*(\*|\/\*|\/\/)/;
const SPECIFIER = /(\bfrom\s*|\bimport\s*\(\s*)(['"])([^'"]+)\2/g;

/** Where declarations are, and the folder they go to. What is bundled brings its own along. */
const HOMES = {
  'apps/cli/dist/.tsc': 'cli',
  'packages/core/dist': 'core',
  'packages/kong/dist': 'kong',
  'packages/node/dist': 'node',
  node_modules: 'bundled',
};

/**
 * @param {{entry: string, to: string}} options the compiled entry, and the folder to write to
 */
export function copyDeclarations({ entry, to }) {
  const waiting = [entry];
  const done = new Set();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const target = targetOf(file);
    const point = (_, before, quote, specifier) => {
      const imported = declarationOf(specifier, file);
      waiting.push(imported);
      return `${before}${quote}${pathBetween(target, targetOf(imported))}${quote}`;
    };
    const lines = readFileSync(file, 'utf8').split('\n');
    const text = lines.map((line) => (COMMENT.test(line) ? line : line.replace(SPECIFIER, point))).join('\n');
    mkdirSync(join(to, posix.dirname(target)), { recursive: true });
    writeFileSync(join(to, target), text);
  }
}

function declarationOf(specifier, from) {
  if (specifier.startsWith('.')) return resolve(dirname(from), `${specifier.replace(/\.(ts|js)$/, '')}.d.ts`);
  const [scope, name, ...room] = specifier.split('/');
  if (scope === '@why401') return join(root, 'packages', name, 'dist', ...room, 'index.d.ts');
  const folder = join(root, 'node_modules', specifier);
  const { types, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, types ?? main.replace(/\.js$/, '.d.ts'));
}

function targetOf(file) {
  const path = relative(root, file).replaceAll('\\', '/');
  const [folder, name] = Object.entries(HOMES).find(([prefix]) => path.startsWith(`${prefix}/`)) ?? [];
  if (folder === undefined) throw new Error(`${path} belongs to no workspace of the package`);
  return posix.join(name, path.slice(folder.length + 1));
}

function pathBetween(from, to) {
  const path = posix.relative(posix.dirname(from), to).replace(/\.d\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}
