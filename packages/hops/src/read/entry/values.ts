import { isObject, type Json, type JsonObject, member } from '@why401/core/json';

/** Exports write numbers as strings: readers of members take both. */
export function numberAt(object: JsonObject | undefined, name: string): number | null {
  const value = object === undefined ? undefined : member(object, name);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : null;
}

export function textAt(object: JsonObject | undefined, name: string): string | null {
  const value = object === undefined ? undefined : member(object, name);
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}

export function booleanAt(object: JsonObject | undefined, name: string): boolean | null {
  const value = object === undefined ? undefined : member(object, name);
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : null;
}

export function objectAt(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = object === undefined ? undefined : member(object, name);
  return isObject(value) ? value : undefined;
}

/** A list; what stands alone counts as one member. Lua writes an empty table as `{}`. */
export function listAt(object: JsonObject | undefined, name: string): readonly Json[] | null {
  const value = object === undefined ? undefined : member(object, name);
  if (Array.isArray(value)) return value;
  if (isObject(value)) return Object.keys(value).length === 0 ? [] : [value];
  return typeof value === 'string' ? [value] : null;
}
