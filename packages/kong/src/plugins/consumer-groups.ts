import type { Consumer, ConsumerGroup, Gateway } from '../config/index.ts';

const NONE: readonly ConsumerGroup[] = [];

const members = new WeakMap<Gateway, ReadonlyMap<Consumer, readonly ConsumerGroup[]>>();

/** Groups of a consumer in the order of their names. */
export function consumerGroupsOf(gateway: Gateway, consumer: Consumer | null): readonly ConsumerGroup[] {
  if (consumer === null || gateway.groupMembers.length === 0) return NONE;
  const known = members.get(gateway) ?? byConsumer(gateway);
  members.set(gateway, known);
  return known.get(consumer) ?? NONE;
}

function byConsumer({ groupMembers }: Gateway): ReadonlyMap<Consumer, readonly ConsumerGroup[]> {
  const out = new Map<Consumer, ConsumerGroup[]>();
  for (const { consumer, group } of groupMembers) out.set(consumer, [...(out.get(consumer) ?? []), group]);
  for (const groups of out.values()) groups.sort((a, b) => ((a.name ?? a.id) < (b.name ?? b.id) ? -1 : 1));
  return out;
}
