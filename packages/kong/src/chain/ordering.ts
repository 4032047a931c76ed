import type { Plugin } from '../config/index.ts';
import type { Release } from '../versions/index.ts';

/** `ordering` of an instance: plugins that its access phase comes before, and after (Enterprise from 3.0 on). */
interface Ordering {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export function orderingOf({ raw }: Plugin): Ordering | undefined {
  const written = memberOf(raw, 'ordering');
  if (written === undefined || written === null) return undefined;
  return { before: namesOf(written, 'before'), after: namesOf(written, 'after') };
}

/**
 * Up to 3.13 instances of consumers and of their groups do not run in a workspace in which any plugin has an ordering
 * (documentation of Plugins; changelog of 3.14).
 */
export const ordersWithoutConsumers = ({ version }: Release): boolean =>
  version !== '3.14' && version !== '3.15' && version !== '2.8';

/**
 * The order by priority with what the instances ask for done to it: each one moves no further than it has to. The
 * documentation gives no more than who is before whom. `undefined` where they ask for the impossible.
 */
export function ordered(
  names: readonly string[],
  instance: (name: string) => Plugin | undefined,
): readonly string[] | undefined {
  const after = new Map<string, Set<string>>();
  const present = new Set(names);
  const put = (first: string, then: string): void => {
    if (!present.has(first) || !present.has(then)) return;
    after.set(then, (after.get(then) ?? new Set()).add(first));
  };
  for (const name of names) {
    const plugin = instance(name);
    const wanted = plugin && orderingOf(plugin);
    for (const other of wanted?.before ?? []) put(name, other);
    for (const other of wanted?.after ?? []) put(other, name);
  }
  return after.size === 0 ? names : sorted(names, after);
}

/** Takes each plugin when all that come before it are taken, pulling those to the front. */
function sorted(
  names: readonly string[],
  after: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] | undefined {
  const out = new Set<string>();
  const open = new Set<string>();
  const take = (name: string): boolean => {
    if (out.has(name)) return true;
    if (open.has(name)) return false;
    open.add(name);
    const first = names.filter((one) => after.get(name)?.has(one));
    if (!first.every(take)) return false;
    open.delete(name);
    out.add(name);
    return true;
  };
  return names.every(take) ? [...out] : undefined;
}

const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function namesOf(ordering: unknown, token: 'before' | 'after'): readonly string[] {
  const names = memberOf(memberOf(ordering, token), 'access');
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
