/**
 * Lists of entities that are looked up by a key. What is made of a list is kept with it, and of a list that differs
 * from another in few entries it is not made again.
 */
export interface Index<Item> {
  get(key: string): Item | undefined;
  readonly size: number;
}

interface Step {
  readonly base: readonly unknown[];
  readonly removed: unknown;
  readonly added: readonly unknown[];
}

const steps = new WeakMap<readonly unknown[], Step>();

export function withReplaced<Item>(list: readonly Item[], old: Item, fresh: Item): readonly Item[] {
  const made = list.map((one) => (one === old ? fresh : one));
  steps.set(made, { base: list, removed: old, added: [fresh] });
  return made;
}

export function withAdded<Item>(list: readonly Item[], more: readonly Item[]): readonly Item[] {
  if (more.length === 0) return list;
  const made = [...list, ...more];
  steps.set(made, { base: list, removed: undefined, added: more });
  return made;
}

const indexes = new WeakMap<readonly unknown[], Map<string, Index<unknown>>>();

/** `name` tells indexes of one list apart; `keyOf` says undefined for what is not to be found. The last of equals counts. */
export function indexOf<Item>(
  list: readonly Item[],
  name: string,
  keyOf: (item: Item) => string | null | undefined,
): Index<Item> {
  const byName = indexes.get(list) ?? new Map<string, Index<unknown>>();
  indexes.set(list, byName);
  const known = byName.get(name);
  if (known !== undefined) return known as Index<Item>;
  const step = steps.get(list);
  const made = step === undefined ? whole(list, keyOf) : onTop(step, list, name, keyOf);
  byName.set(name, made);
  return made;
}

function whole<Item>(list: readonly Item[], keyOf: (item: Item) => string | null | undefined): Map<string, Item> {
  const made = new Map<string, Item>();
  for (const item of list) {
    const key = keyOf(item);
    if (key !== null && key !== undefined) made.set(key, item);
  }
  return made;
}

function onTop<Item>(
  { base, removed, added }: Step,
  list: readonly Item[],
  name: string,
  keyOf: (item: Item) => string | null | undefined,
): Index<Item> {
  const below = indexOf(base as readonly Item[], name, keyOf);
  const above = whole(added as readonly Item[], keyOf);
  return {
    size: list.length,
    get(key) {
      const found = above.get(key) ?? below.get(key);
      return found === removed ? undefined : found;
    },
  };
}

const gathered = new WeakMap<readonly unknown[], readonly string[]>();

/** What is gathered from every item, once for each list. */
export function gather<Item>(
  list: readonly Item[],
  from: (items: readonly Item[]) => readonly string[],
): readonly string[] {
  const known = gathered.get(list);
  if (known !== undefined) return known;
  const step = steps.get(list);
  const made =
    step === undefined
      ? from(list)
      : [...gather(step.base as readonly Item[], from), ...from(step.added as readonly Item[])];
  gathered.set(list, made);
  return made;
}
