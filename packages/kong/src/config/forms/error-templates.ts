import { Source } from '../text/index.ts';
import type { ConfigFile, ParsedFile } from './model.ts';
import { NO_NODES } from './problems.ts';

const NAMED = /error_template_(?:html|json|xml|plain)["']?[ \t]*[=:][ \t]*["']?([^\s"',#]+)/gi;

/** Last steps of the paths that `error_template_*` names in any of the files. */
export function templateNames(files: readonly ConfigFile[]): ReadonlySet<string> {
  const small = files.filter(({ text }) => text.length < 1_000_000);
  return new Set(small.flatMap(({ text }) => [...text.matchAll(NAMED)].map(([, path = '']) => lastStep(path))));
}

/** The same file by its name: the gateway has it in another directory. */
export const isTemplateOf = (path: string, file: string): boolean => lastStep(path) === lastStep(file);

export function templateFile({ name, text }: ConfigFile): ParsedFile {
  const source = new Source(name, text, NO_NODES);
  return { source, root: {}, form: 'settings', kind: 'error template', smells: [], templates: [] };
}

export const lastStep = (path: string): string => path.split(/[/\\]/).findLast((step) => step !== '') ?? '';
