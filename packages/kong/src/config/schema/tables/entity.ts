import type { EntityName, RecordSchema } from '../field.ts';

/** An entity of Kong, as its schema declares it (`kong/db/schema/entities`, `kong/plugins/<name>/daos.lua`). */
export interface EntitySchema {
  readonly name: EntityName;
  /** The field that tells it from all others; `id` when absent. */
  readonly primaryKey?: string;
  /** The field that names it in URLs and references. */
  readonly endpointKey: string | null;
  /** Fields that make up its cache key, from which its id is derived. */
  readonly cacheKey: readonly string[] | null;
  /** A further field of the cache key, where it is written. */
  readonly cacheKeyMore?: string;
  readonly record: RecordSchema;
}
