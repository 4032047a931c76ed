import type { EntityName } from '../field.ts';

/** Entities whose fields are not modelled: their presence is known, and where they may stand. */
export interface Unmodelled {
  readonly name: EntityName;
  /** Entities that they can be nested in. */
  readonly parents: readonly EntityName[];
  /** `consumerGroups`: where those are known. */
  readonly since?: 'consumerGroups';
}

/** `kong/db/schema/entities`, `kong/plugins/<name>/daos.lua`. A modelled entity moves from here to a table of its own. */
export const UNMODELLED: readonly Unmodelled[] = [
  { name: 'consumer_group_plugins', parents: ['consumer_groups'], since: 'consumerGroups' },
];
