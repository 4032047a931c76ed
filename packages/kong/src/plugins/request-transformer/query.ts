import { readQuery } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { setArguments } from '../query-text.ts';
import type { HeaderChanges } from './headers.ts';

/** The arguments are read, changed and written anew in the order of their names; nothing happens without a change. */
export function transformQuery(exchange: Exchange, changes: HeaderChanges): void {
  const { remove, rename, replace, add, append } = changes;
  if ([remove, rename, replace, add, append].every((list) => list.length === 0)) return;
  const args = new Map<string, readonly (string | true)[]>(readQuery(exchange.request.uri).values);
  for (const { name } of remove) args.delete(name);
  for (const { name, value } of rename) {
    const values = args.get(name);
    if (values === undefined || name === value) continue;
    args.delete(name);
    args.set(value, values);
  }
  for (const { name, value } of replace) if (args.has(name)) args.set(name, [value]);
  for (const { name, value } of add) if (!args.has(name)) args.set(name, [value]);
  for (const { name, value } of append) args.set(name, [...(args.get(name) ?? []), value]);
  setArguments(exchange, args);
}
