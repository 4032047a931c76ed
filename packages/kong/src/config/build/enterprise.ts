import type { Problem } from '@why401/core';
import type { LoaderRules } from '../../versions/index.ts';
import { type Item, own } from '../schema/index.ts';

/** What no open-source release knows: `kong/db/schema/entities` of 2.8.5, 3.4.2 and 3.9.1 have none of it. */
const MARKS: readonly { readonly entity: string; readonly field?: string; readonly what: string }[] = [
  { entity: 'consumer_groups', what: 'consumer groups are' },
  { entity: 'consumer_group_consumers', what: 'consumer groups are' },
  { entity: 'plugins', field: 'consumer_group', what: 'consumer groups are' },
  { entity: 'plugins', field: 'ordering', what: 'an ordering of plugins is' },
  { entity: 'plugins', field: 'condition', what: 'conditions of plugins are' },
];

/** One for each thing that only the Enterprise edition and Konnect know, at its first place. */
export function enterpriseSmells(items: readonly Item[], { closedSource }: LoaderRules): Problem[] {
  if (closedSource) return [];
  const found = new Map<string, Problem>();
  for (const { schema, raw, source, node, readBy } of items)
    for (const { entity, field, what } of readBy === 'running' ? [] : MARKS) {
      if (schema.name !== entity || found.has(what)) continue;
      if (field !== undefined && (own(raw, field) ?? null) === null) continue;
      found.set(what, {
        code: 'config-enterprise-only',
        message: `${what} of Kong Enterprise and Konnect: an open-source Kong would refuse the file`,
        place: source.place(node, field),
        hint: 'an open-source Kong scopes plugins to consumers, services and routes, and orders them by their priority',
      });
    }
  return [...found.values()];
}
