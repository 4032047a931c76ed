import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface Source {
  readonly path: string;
  readonly text: string;
  /** Module specifiers of import, export-from and dynamic import. */
  readonly imports: readonly string[];
}

const STATEMENT = /(?:^|[\n;])\s*(?:import|export)\s[^'";]*?\bfrom\s*['"]([^'"\n]+)['"]/g;
const SIDE_EFFECT = /(?:^|[\n;])\s*import\s*['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g;

export const specifiersOf = (text: string): string[] =>
  [STATEMENT, SIDE_EFFECT, DYNAMIC].flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));

/** Files that git knows or would take, so that an uncommitted file is judged too. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return listed.split('\n').filter((path) => path !== '' && existsSync(path));
}

export const isTest = (path: string): boolean =>
  /\.test\.ts$|\/testing(\.ts$|\/)/.test(path) || path.startsWith('test/');

export function productSources(): Source[] {
  return repositoryFiles()
    .filter((path) => /^(packages|apps)\/[^/]+\/src\/.*\.ts$/.test(path) && !isTest(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: specifiersOf(text) };
    });
}

/** Comments and strings say things the rules must not trip over. */
export const codeOnly = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
