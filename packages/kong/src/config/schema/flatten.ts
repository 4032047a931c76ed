import type { Crypto } from '@why401/core';
import { child as childNode, elements, NONE, type Source } from '../text/index.ts';
import type { Declarative } from './declarative.ts';
import type { EntityName } from './field.ts';
import { entityId } from './ids.ts';
import { isTable, own, type Table } from './table.ts';
import type { EntitySchema } from './tables/entity.ts';

/** One entity of a file, nested or not, with what Kong makes of it. */
export interface Item {
  readonly schema: EntitySchema;
  /** Position in the list that holds it, from 0. */
  readonly index: number;
  readonly parent: Item | undefined;
  /** Field that `parent` stands for. */
  readonly parentField: string | undefined;
  readonly source: Source;
  /** Node of its map in the source. */
  readonly node: number;
  readonly raw: Table;
  /** Defaults filled in. */
  readonly filled: Table;
  /** Undefined when Kong makes it up at each load. */
  readonly id: string | undefined;
  readonly readBy: Reader;
}

/**
 * Who takes the entities in. `loader`: Kong's own. `deck`: decK or the Ingress Controller, which resolve references
 * themselves. `running`: nobody, they run already; they have ids, and a name may be in another workspace once more.
 */
export type Reader = 'loader' | 'deck' | 'running';

export interface FlattenOptions {
  readonly known: Declarative;
  readonly source: Source;
  readonly crypto: Pick<Crypto, 'digest'>;
  readonly cacheKeyFirst: boolean;
  /** decK leaves ids to the database. */
  readonly derivesIds: boolean;
  readonly readBy: Reader;
  /** Node of the root; 0 where absent. */
  readonly node?: number;
  /** Where an entity stands that was not read where the root has it. */
  readonly origins?: WeakMap<object, { readonly source: Source; readonly node: number }> | undefined;
}

/** Adds every entity of a file in the order in which Kong registers them: what is nested before what holds it. */
export function flatten(raw: Table, filled: Table, options: FlattenOptions, out: Item[]): void {
  for (const name of options.known.names)
    walk({ name, raw, filled, node: options.node ?? 0, parent: undefined, field: undefined }, options, out);
}

interface Holder {
  readonly name: EntityName;
  readonly raw: Table;
  readonly filled: Table;
  readonly node: number;
  readonly parent: Item | undefined;
  readonly field: string | undefined;
}

function walk(holder: Holder, options: FlattenOptions, out: Item[]): void {
  const list = own(holder.raw, holder.name);
  const filledList = own(holder.filled, holder.name);
  const schema = options.known.entities.get(holder.name);
  if (!Array.isArray(list) || !Array.isArray(filledList) || !schema) return;
  const { source, origins } = options;
  const nodes = origins ? [] : elements(source.nodes, childNode(source.nodes, holder.node, holder.name));
  for (const [index, raw] of list.entries()) {
    const filled: unknown = filledList[index];
    if (!isTable(raw) || !isTable(filled) || Array.isArray(raw)) continue;
    const at = origins?.get(raw) ?? { source, node: nodes[index] ?? NONE };
    const item = itemOf(schema, raw as Table, filled as Table, index, at, holder, options);
    for (const { name, field } of options.known.children.get(holder.name) ?? [])
      if (Object.hasOwn(raw, name))
        walk({ name, raw: item.raw, filled: item.filled, node: item.node, parent: item, field }, options, out);
    out.push(item);
  }
}

function itemOf(
  schema: EntitySchema,
  raw: Table,
  filled: Table,
  index: number,
  { source, node }: { readonly source: Source; readonly node: number },
  { parent, field }: Holder,
  { crypto, cacheKeyFirst, derivesIds, readBy }: FlattenOptions,
): Item {
  const scope = parent && field !== undefined ? { id: parent.id, field } : undefined;
  const written = own(raw, 'id');
  const id = derivesIds
    ? entityId(schema, raw, scope, { cacheKeyFirst, crypto })
    : typeof written === 'string'
      ? written
      : undefined;
  return { schema, index, parent, parentField: field, source, node, raw, filled, id, readBy };
}
