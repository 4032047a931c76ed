/** A Lua table with text keys. */
export type Table = Record<string, unknown>;

/** Lua has one type for objects and arrays, and an empty one is both. */
export function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function isSequence(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || (isTable(value) && Object.keys(value).length === 0);
}

/** The own property, never one that every object has. */
export function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A dotted path; undefined where it leads nowhere. */
export function get(table: Table, path: string): unknown {
  if (!path.includes('.')) return own(table, path);
  let value: unknown = table;
  for (const step of path.split('.')) {
    if (!isTable(value)) return undefined;
    value = own(value as Table, step);
  }
  return value;
}

/** Neither absent nor null nor an empty text or table. */
export function isNonEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !isTable(value) || Object.keys(value).length > 0;
}
