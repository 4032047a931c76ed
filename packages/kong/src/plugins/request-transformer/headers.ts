import { asciiLower } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Iterate, Pair, TransformerConfig } from './config.ts';
import { LuaHeaders } from './lua-headers.ts';

/**
 * Changes the table of headers, then writes all of it back: an empty value becomes a space, copies are put together,
 * and what is only gone from the table stays as it was.
 */
export function transformHeaders(exchange: Exchange, config: TransformerConfig, each: Iterate): void {
  const { headers, request } = exchange;
  const table = new LuaHeaders(request);
  table.set('host', undefined);
  const removed = new Set<string>();

  each(config.remove.headers, ({ name }) => {
    const key = asciiLower(name);
    if (table.get(key) === undefined) return;
    table.set(key, undefined);
    removed.add(key);
  });
  each(config.rename.headers, (pair) => {
    const from = rename(table, pair, exchange);
    if (from !== undefined) removed.add(from);
  });
  each(config.replace.headers, ({ name, value }) => {
    const key = asciiLower(name);
    if (table.get(key) !== undefined || key === 'host') table.set(key, listOf(value));
  });
  each(config.add.headers, ({ name, value }) => {
    if (table.get(name) === undefined && asciiLower(name) !== 'host') table.set(name, listOf(value));
  });
  each(config.append.headers, ({ name, value }) => append(table, name, value));

  for (const name of removed) headers.clear(asciiLower(name));
  writeBack(exchange, table);
}

const listOf = (value: string | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : [value];

/** The name that goes, if one does. */
function rename(table: LuaHeaders, { name, value }: Pair, { release }: Exchange): string | undefined {
  const { renamesOnlyOthers, renamesInLowerCase } = release.switches;
  const [from, to] = [asciiLower(name), asciiLower(value ?? '')];
  // Until 3.7 a header that is called what it was is gone; after, one of which only the case changes moves to the end.
  const sameBut = renamesOnlyOthers && from === to;
  const [old, fresh] = sameBut ? [name, value ?? ''] : [from, renamesInLowerCase ? to : (value ?? '')];
  if (renamesOnlyOthers && old === fresh) return undefined;
  const values = table.get(old);
  if (values === undefined) return undefined;
  if (renamesOnlyOthers) table.set(old, undefined);
  table.set(fresh, values);
  if (!renamesOnlyOthers) table.set(old, undefined);
  return renamesOnlyOthers ? name : old;
}

function append(table: LuaHeaders, name: string, value: string | undefined): void {
  const key = asciiLower(name);
  const held = table.get(name);
  if (key !== 'host' && name !== key && held !== undefined) {
    table.set(name, held);
    table.set(key, undefined);
  }
  const values = [...(table.get(name) ?? []), ...(listOf(value) ?? [])];
  table.set(name, values.length === 0 ? undefined : values);
}

/** `set_headers`, which goes through the table in an order of its own: of two spellings of a name the later one stands. */
function writeBack(exchange: Exchange, table: LuaHeaders): void {
  const { headers } = exchange;
  const appended = new Set<string>();
  const written = new Set<string>();
  for (const [name, values] of table.entries()) {
    const key = asciiLower(name);
    if (written.has(key)) exchange.random = true;
    if (key === 'host') exchange.host = values[0];
    else if (values.length > 1 || headers.lines().every((line) => line.key !== key)) appended.add(key);
    written.add(key);
    headers.set(key, values);
  }
  if (appended.size > 1) exchange.random = true;
}
