import { type Json, type JsonObject, member } from '@why401/core/json';

type Made = { [name: string]: Json | undefined };

/** Members that Splunk flattened: `response.status`, `tries{}.code` (one value for each member of the list). */
export const isFlat = (value: JsonObject): boolean =>
  Object.hasOwn(value, 'response.status') || Object.hasOwn(value, 'latencies.request');

/**
 * Puts dotted names together again. `source` is Splunk's own field (the path of its input) unless it has one of
 * Kong's two values; `extracted_source` is Kong's.
 */
export function unflatten(value: JsonObject): JsonObject {
  const made: Made = {};
  const lists = new Map<string, Made[]>();
  for (const [name, given] of Object.entries(value)) {
    if (given === undefined || given === '') continue;
    const [list, rest] = name.split('{}.', 2);
    if (list !== undefined && rest !== undefined) putList(lists, list, rest, given);
    else if (name.endsWith('{}')) put(made, name.slice(0, -2), listOf(given));
    else put(made, name, given);
  }
  for (const [name, members] of lists) put(made, name, members);
  const extracted = member(value, 'extracted_source');
  if (typeof extracted === 'string') made.source = extracted;
  return made;
}

function put(made: Made, name: string, value: Json): void {
  const path = name.split('.');
  let at = made;
  for (const step of path.slice(0, -1)) {
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next as Made;
    else {
      const fresh: Made = {};
      define(at, step, fresh);
      at = fresh;
    }
  }
  define(at, path.at(-1) ?? '', value);
}

/** `__proto__` is an ordinary name. */
const define = (at: Made, name: string, value: Json): void => {
  Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
};

/** Values that some members lack are those of the first: only the last try may have no `code`. */
function putList(lists: Map<string, Made[]>, list: string, name: string, value: Json): void {
  const members = lists.get(list) ?? [];
  lists.set(list, members);
  for (const [index, one] of listOf(value).entries()) {
    members[index] ??= {};
    put(members[index] as Made, name, one);
  }
}

/** Several values of one field: a list in JSON, lines in CSV. */
const listOf = (value: Json): readonly Json[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split('\n') : [value];
};
