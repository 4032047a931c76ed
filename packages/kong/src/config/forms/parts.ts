import { own, type Table } from '../schema/table.ts';
import { child } from '../text/index.ts';
import type { ParsedFile } from './model.ts';

type Parsed = Pick<ParsedFile, 'source' | 'root' | 'smells' | 'templates'>;

/** A block of entities out of a page of documentation: read as a decK file without its head. */
export function entitiesFile(parsed: Parsed): ParsedFile {
  const { source, root } = parsed;
  return {
    ...parsed,
    root: own(root, 'entities') as Table,
    node: child(source.nodes, 0, 'entities'),
    form: 'deck',
    kind: 'entities block',
  };
}

/** Changes for `deck file patch`: nothing of it runs by itself, so that nothing of it is in the model. */
export function patchFile(parsed: Parsed): ParsedFile {
  const { source, root } = parsed;
  const place = source.placeOf(0, ['patches']);
  const problem = {
    code: 'config-is-patch',
    message: 'these are patches for another file, no configuration',
    place,
    hint: 'apply them, and give the result: deck file patch -s kong.yaml -o patched.yaml PATCHES',
  };
  return {
    ...parsed,
    root: {},
    form: 'deck',
    kind: 'decK patch file',
    smells: [...parsed.smells, problem],
    unmodelled: [{ what: 'patches', place, raw: own(root, 'patches') }],
  };
}
