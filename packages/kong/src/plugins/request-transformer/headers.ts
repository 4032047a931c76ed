import { asciiLower, valuesOf, visibleLines } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Pair } from './config.ts';

export interface HeaderChanges {
  readonly remove: readonly Pair[];
  readonly rename: readonly Pair[];
  readonly replace: readonly Pair[];
  readonly add: readonly Pair[];
  readonly append: readonly Pair[];
}

/** Changes the table of headers, then writes all of it back: an empty value becomes a space, copies are put together. */
export function transformHeaders(exchange: Exchange, changes: HeaderChanges): void {
  const { request, headers } = exchange;
  const table = new Map<string, readonly string[]>();
  for (const { key } of visibleLines(request)) if (key !== 'host') table.set(key, valuesOf(request, key));
  const before = new Set(table.keys());

  for (const { name } of changes.remove) table.delete(found(table, name));
  for (const { name, value } of changes.rename) {
    const [from, to] = [found(table, name), asciiLower(value)];
    const values = table.get(from);
    if (values === undefined || from === to) continue;
    table.delete(from);
    table.set(to, values);
  }
  for (const { name, value } of changes.replace) {
    const key = asciiLower(name);
    if (table.has(found(table, key))) table.set(key, [value]);
  }
  for (const { name, value } of changes.add) {
    const key = asciiLower(name);
    if (key !== 'host' && !table.has(found(table, key))) table.set(key, [value]);
  }
  for (const { name, value } of changes.append) {
    const key = asciiLower(name);
    table.set(key, [...(table.get(found(table, key)) ?? []), value]);
  }

  for (const key of before) if (!table.has(key)) headers.clear(key);
  for (const [key, values] of table) headers.set(key, values);
  const moved = [...table].filter(([key, values]) => !before.has(key) || values.length > 1);
  if (moved.length > 1) exchange.random = true;
}

/** The key under which a lookup finds the header: in lower case, else with every `_` as `-`. */
function found(table: ReadonlyMap<string, unknown>, name: string): string {
  const key = asciiLower(name);
  const dashed = key.replaceAll('_', '-');
  return !table.has(key) && table.has(dashed) ? dashed : key;
}
