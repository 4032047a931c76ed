import type { Crypto } from '@why401/core';
import { toBytes } from '../../wire/index.ts';
import { uuidV5 } from '../ids.ts';
import type { Declarative } from './declarative.ts';
import type { EntityName } from './field.ts';
import { own, type Table } from './table.ts';
import type { EntitySchema } from './tables/entity.ts';

export interface Parent {
  /** Undefined when the parent's own id is made up at each load. */
  readonly id: string | undefined;
  /** The field of the child that stands for it. */
  readonly field: string;
}

/**
 * The id of an entity: as written, else derived from its name or cache key, the same at every load. Undefined when
 * Kong makes one up (`get_key_for_uuid_gen` in `declarative_config.lua`).
 */
export function entityId(
  schema: EntitySchema,
  item: Table,
  parent: Parent | undefined,
  { cacheKeyFirst, crypto }: { readonly cacheKeyFirst: boolean; readonly crypto: Pick<Crypto, 'digest'> },
): string | undefined {
  const written = own(item, schema.primaryKey ?? 'id');
  if (written !== undefined) return typeof written === 'string' ? written : undefined;
  const key = keyOf(schema, item, parent, cacheKeyFirst);
  return key === undefined ? undefined : uuidV5(crypto, schema.name, toBytes(key));
}

function keyOf(
  schema: EntitySchema,
  item: Table,
  parent: Parent | undefined,
  cacheKeyFirst: boolean,
): string | undefined {
  const named = schema.endpointKey === null ? undefined : own(item, schema.endpointKey);
  const byName = typeof named === 'string' ? named : undefined;
  if (schema.cacheKey === null) return byName;
  if (!cacheKeyFirst && named !== undefined && isUnique(schema)) return byName;
  return cacheKey(schema, schema.cacheKey, item, parent, cacheKeyFirst);
}

/** Two targets of two upstreams may have one name. */
function isUnique({ endpointKey, record }: EntitySchema): boolean {
  return endpointKey !== null && (record.fields[endpointKey]?.unique ?? false);
}

/** An explicit null adds nothing, not even an empty part. */
function cacheKey(
  schema: EntitySchema,
  fields: readonly string[],
  item: Table,
  parent: Parent | undefined,
  withWorkspace: boolean,
): string | undefined {
  const parts = withWorkspace ? [schema.name, '*'] : [schema.name];
  const more = schema.cacheKeyMore;
  const isMore = more !== undefined && (own(item, more) !== undefined || parent?.field === more);
  for (const field of isMore ? [...fields, more] : fields) {
    const value = own(item, field);
    if (typeof value === 'string') parts.push(value);
    else if (value === undefined) {
      if (parent?.field === field) {
        if (parent.id === undefined) return undefined;
        parts.push(parent.id);
      } else if (schema.record.fields[field]?.required || schema.record.fields[field]?.auto) return undefined;
      else parts.push('');
    }
  }
  return parts.join(':');
}

/** Field of `child` that a nesting in `parent` stands for. */
export function parentField(known: Declarative, parent: EntityName, child: EntityName): string {
  return known.children.get(parent)?.find(({ name }) => name === child)?.field ?? parent;
}
