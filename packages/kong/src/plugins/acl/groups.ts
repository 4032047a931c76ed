import { type Acl, type Consumer, type Gateway, isUnknown } from '../../config/index.ts';
import type { Exchange } from '../exchange.ts';

export interface Groups {
  readonly names: readonly string[];
  /** False where the gateway's own order is not known. */
  readonly ordered: boolean;
}

const indexes = new WeakMap<Gateway, Map<Consumer, Acl[]>>();

/**
 * Groups of a consumer by ascending id of their rows: not by the order of the file. Before 3.9 a gateway without a
 * database kept them in the order in which Lua goes through a table, which is another one in each process.
 */
export function groupsOf({ gateway, release }: Exchange, consumer: Consumer): Groups {
  const rows = indexOf(gateway).get(consumer) ?? [];
  const known = rows.every(({ id }) => !isUnknown(id));
  const ordered = rows.length < 2 || (known && release.switches.groupsInOrderOfIds);
  const sorted = known ? [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)) : rows;
  return { names: sorted.map(({ group }) => group), ordered };
}

function indexOf(gateway: Gateway): Map<Consumer, Acl[]> {
  const known = indexes.get(gateway);
  if (known !== undefined) return known;
  const made = new Map<Consumer, Acl[]>();
  for (const row of gateway.acls) {
    if (row.consumer === null) continue;
    const rows = made.get(row.consumer);
    if (rows === undefined) made.set(row.consumer, [row]);
    else rows.push(row);
  }
  indexes.set(gateway, made);
  return made;
}
