import type { Problem } from '@why401/core';
import type { Unmodelled } from '../model.ts';
import { isTable, own, type Table } from '../schema/index.ts';
import type { ParsedFile } from './model.ts';
import { DECK_ENTITIES } from './recognize.ts';

/** What a decK file says about itself, and what that means for a verdict. */
export interface Notes {
  readonly smells: readonly Problem[];
  readonly unmodelled: readonly Unmodelled[];
  /** References may name entities outside the file. */
  readonly looksUpElsewhere: boolean;
}

export function deckNotes(file: ParsedFile): Notes {
  const { source, root } = file;
  const unmodelled = [
    ...file.templates.map(({ at, name }) => ({ what: name, place: source.placeAt(at) })),
    ...(file.unmodelled ?? []),
    ...deckEntities(file),
  ];
  const info = file.form === 'deck' ? own(root, '_info') : undefined;
  const table = isTable(info) ? (info as Table) : {};
  const tags = own(table, 'select_tags');
  const partial = Array.isArray(tags) && tags.length > 0;
  return {
    smells: file.kind === 'entities block' ? [partOf(file)] : partial ? [partialView(tags.map(String), file)] : [],
    unmodelled,
    looksUpElsewhere:
      Object.hasOwn(table, 'default_lookup_tags') ||
      file.kind === 'entities block' ||
      file.kind === 'plugin configuration',
  };
}

/** Entities that only decK and the Enterprise edition know. */
function deckEntities({ source, root, node = 0, origins }: ParsedFile): Unmodelled[] {
  return DECK_ENTITIES.flatMap((name) => {
    const list = own(root, name);
    if (!Array.isArray(list)) return [];
    return list.map((raw: unknown, at): Unmodelled => {
      const origin = isTable(raw) ? origins?.get(raw) : undefined;
      const place = origin ? origin.source.place(origin.node) : source.placeOf(node, [name, at]);
      return { what: `entity:${name}`, place, raw };
    });
  });
}

const partOf = ({ source, node = 0 }: ParsedFile): Problem => ({
  code: 'config-partial-view',
  message: 'the file holds a block of entities out of a documentation page; what they refer to may stand elsewhere',
  place: source.placeOf(node, []),
  hint: 'give the whole configuration, or the files that the block belongs to beside it',
});

function partialView(tags: readonly string[], file: ParsedFile): Problem {
  return {
    code: 'config-partial-view',
    message: `the file holds only what is tagged ${tags.join(', ')}; the gateway may have more routes, plugins and consumers`,
    place: file.source.placeOf(file.node ?? 0, ['_info', 'select_tags']),
    hint: 'dump the gateway without --select-tag to be sure',
  };
}
