import type { Exchange } from '../exchange.ts';
import { readLuaJson } from '../jwt/lua-json.ts';
import type { TransformerConfig } from './config.ts';
import { LuaFault } from './expression.ts';
import { contentKind } from './query.ts';

/** Changes to a body change no verdict and are not told; that of a JSON scalar is an error. */
export function transformBody(exchange: Exchange, { remove, rename, replace, add, append }: TransformerConfig): void {
  const { body, release } = exchange;
  const writes = [remove, add, append].some((entries) => entries.body.length > 0);
  const reads = [rename, replace].some((entries) => entries.body.length > 0);
  if ((!writes && !reads) || body === null || body === '' || contentKind(exchange) !== 'json') return;
  const value = readLuaJson(body, release.switches);
  if (value === undefined || (typeof value === 'object' && value !== null)) return;
  // A text can be looked into, as it has Lua's functions for texts.
  if (writes || typeof value !== 'string') throw new LuaFault("attempt to index local 'parameters'");
}
