import type { Place, Problem } from '@why401/core';
import type { Unmodelled } from '../model.ts';
import type { Table } from '../schema/table.ts';
import type { ListCache, Source } from '../text/index.ts';
import type { Settings } from './settings-table.ts';

/** One file of a configuration, decoded to text. */
export interface ConfigFile {
  /** Name of the file, or the URL of the answer. */
  readonly name: string;
  readonly text: string;
  /** What decK's `env` may find: variables that begin with `DECK_`. Absent: every template stays unknown. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Who reads the file, and by which rules. `deck`: decK, which puts it into a database through the Admin API.
 * `db-less`: Kong's own loader. `admin-api`: what runs already, as Admin API or Konnect list it. `kubernetes`: the
 * Ingress Controller. `settings`: the gateway's own settings, `kong.conf`.
 */
export type Form = 'deck' | 'db-less' | 'admin-api' | 'kubernetes' | 'settings';

/** What people would call the file. */
export type FileKind =
  | 'decK file'
  | 'decK file of Konnect'
  | 'decK patch file'
  | 'declarative file'
  | 'answer of GET /config'
  | 'entities block'
  | 'plugin configuration'
  | 'Admin API listing'
  | 'Admin API node information'
  | 'Kubernetes resources'
  | 'kong.conf'
  | 'error template';

/** Where an entity stands that was not read where the root has it. */
export interface Origin {
  readonly source: Source;
  readonly node: number;
}

/** By the table of the entity itself. */
export type Origins = WeakMap<object, Origin>;

/** A file that could be parsed. */
export interface ParsedFile {
  readonly source: Source;
  readonly root: Table;
  /** Node of the root in the source; 0 where absent. */
  readonly node?: number;
  readonly form: Form;
  readonly kind: FileKind;
  readonly smells: readonly Problem[];
  /** Templates that stay unknown: `env:DECK_ISSUER`, and where. */
  readonly templates: readonly { readonly at: number; readonly name: string }[];
  readonly origins?: Origins;
  readonly unmodelled?: readonly Unmodelled[];
  readonly settings?: Settings;
  /** Further documents of the same text, and documents of other texts that entities come from. */
  readonly others?: readonly Source[];
}

/** Where a path through the root leads in the file, or in the file that the entity on the way comes from. */
export function placeInFile(file: ParsedFile, path: readonly (string | number)[], cache: ListCache): Place {
  const { source, node = 0, origins, root } = file;
  if (!origins) return source.placeOf(node, path, cache);
  let value: unknown = root;
  let found: { readonly origin: Origin; readonly rest: readonly (string | number)[] } | undefined;
  for (const [at, step] of path.entries()) {
    value = typeof value === 'object' && value !== null ? (value as Table)[String(step)] : undefined;
    const origin = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
    if (origin) found = { origin, rest: path.slice(at + 1) };
  }
  if (!found) return { file: source.file };
  return found.origin.source.place(found.origin.node, found.rest.join('.'));
}
