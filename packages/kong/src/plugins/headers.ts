import { asciiLower, lookUpHeader, type SeenRequest } from '../wire/index.ts';
import type { Exchange } from './exchange.ts';

/** Headers whose nginx variable Kong indexes (`lua_kong_load_var_index`), so that it keeps what its first reading found. */
const INDEXED: ReadonlySet<string> = new Set(['authorization']);

/**
 * `kong.request.get_header`: the first value, `-` and `_` alike. From 3.3 on it is an nginx variable, which knows no
 * limit of lines; before 3.9.1 an indexed one does not see what a plugin changed after it was first read.
 */
export function firstHeader(exchange: Exchange, name: string): string | undefined {
  const { release, request, variables } = exchange;
  const { readsHeaderVariables, refreshesHeaderVariables } = release.switches;
  if (!readsHeaderVariables) return lookUpHeader(request, name)[0];
  const key = asciiLower(name);
  if (refreshesHeaderVariables || !INDEXED.has(key)) return firstLine(request, name);
  if (!variables.has(key)) variables.set(key, firstLine(request, name));
  return variables.get(key);
}

function firstLine({ lines }: SeenRequest, name: string): string | undefined {
  const wanted = folded(name);
  return lines.find(({ key }) => folded(key) === wanted)?.value;
}

const folded = (name: string): string => asciiLower(name).replaceAll('-', '_');
