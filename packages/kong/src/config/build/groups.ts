import type { Consumer, ConsumerGroup, Entity, GroupMember, Unmodelled } from '../model.ts';
import { type Directory, type Item, own } from '../schema/index.ts';

export interface Members {
  readonly members: readonly GroupMember[];
  /** Who or what is named and not in the files. */
  readonly missing: readonly Unmodelled[];
}

/** Where one entity lists the other kind, as decK and the Ingress Controller write it. */
const LISTED = [
  { of: 'consumers', field: 'groups', names: 'consumer_groups' },
  { of: 'consumer_groups', field: 'consumers', names: 'consumers' },
] as const;

/** Memberships from every form: `consumers[].groups`, `consumer_groups[].consumers`, `consumer_group_consumers`. */
export function membersOf(items: readonly Item[], directory: Directory, made: ReadonlyMap<Item, Entity>): Members {
  const pairs = new Map<Consumer, Set<ConsumerGroup>>();
  const missing: Unmodelled[] = [];
  const add = (consumer: Entity | undefined, group: Entity | undefined): void => {
    if (consumer === undefined || group === undefined) return;
    const groups = pairs.get(consumer as Consumer) ?? new Set();
    pairs.set(consumer as Consumer, groups.add(group as ConsumerGroup));
  };
  for (const item of items) {
    const { schema, raw, source, node } = item;
    if (schema.name === 'consumer_group_consumers') {
      const [consumer, group] = (['consumer', 'consumer_group'] as const).map((field) =>
        item.parentField === field ? item.parent : directory.find(`${field}s`, own(item.filled, field)),
      );
      add(consumer && made.get(consumer), group && made.get(group));
    }
    for (const { of, field, names } of LISTED) {
      const list = schema.name === of ? own(raw, field) : undefined;
      for (const [at, named] of (Array.isArray(list) ? list : []).entries()) {
        const found = directory.find(names, named);
        if (found === undefined) missing.push({ what: `${of}.${field}`, place: source.place(node, `${field}.${at}`) });
        const [one, other] = [made.get(item), found && made.get(found)];
        if (of === 'consumers') add(one, other);
        else add(other, one);
      }
    }
  }
  const members = [...pairs].flatMap(([consumer, groups]) => [...groups].map((group) => ({ consumer, group })));
  return { members, missing };
}
