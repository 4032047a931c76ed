import type { Problem } from '@why401/core';
import type { Unmodelled } from '../model.ts';
import { isTable, own, type Table } from '../schema/index.ts';
import type { ParsedFile } from './read.ts';

/** What a decK file says about itself, and what that means for a verdict. */
export interface Notes {
  readonly smells: readonly Problem[];
  readonly unmodelled: readonly Unmodelled[];
  /** References may name entities outside the file. */
  readonly looksUpElsewhere: boolean;
}

export function deckNotes(file: ParsedFile): Notes {
  const { source, root } = file;
  const unmodelled = file.templates.map(({ at, name }) => ({ what: name, place: source.placeAt(at) }));
  const info = file.form === 'deck' ? own(root, '_info') : undefined;
  const table = isTable(info) ? (info as Table) : {};
  const tags = own(table, 'select_tags');
  const partial = Array.isArray(tags) && tags.length > 0;
  return {
    smells: partial ? [partialView(tags.map(String), file)] : [],
    unmodelled,
    looksUpElsewhere: Object.hasOwn(table, 'default_lookup_tags'),
  };
}

function partialView(tags: readonly string[], { source }: ParsedFile): Problem {
  return {
    code: 'config-partial-view',
    message: `the file holds only what is tagged ${tags.join(', ')}; the gateway may have more routes, plugins and consumers`,
    place: source.placeOf(0, ['_info', 'select_tags']),
    hint: 'dump the gateway without --select-tag to be sure',
  };
}
