/** JSON as Lua holds it: `null` is a truthy userdata, kept apart from absent; texts are byte strings. */
export type LuaValue = string | number | boolean | null | LuaArray | LuaObject;
export type LuaArray = readonly LuaValue[];
export type LuaObject = ReadonlyMap<string, LuaValue>;

/** A function of Lua's string library, which every string carries as a member. */
export const LUA_FUNCTION: unique symbol = Symbol('function');
export type Indexed = LuaValue | typeof LUA_FUNCTION | undefined;

const STRING_LIBRARY: ReadonlySet<string> = new Set(
  'byte char dump find format gmatch gsub len lower match rep reverse sub upper'.split(' '),
);

export const isObject = (value: Indexed): value is LuaObject => value instanceof Map;

/** Lua's `value[key]`. Keys are texts, so an array has none of them. */
export function index(value: string | LuaArray | LuaObject, key: string | null): Indexed {
  if (key === null) return undefined;
  if (isObject(value)) return value.get(key);
  return typeof value === 'string' && STRING_LIBRARY.has(key) ? LUA_FUNCTION : undefined;
}

/** A number, a boolean or `null` cannot be indexed: Lua throws. */
export const isIndexable = (value: LuaValue): value is string | LuaArray | LuaObject =>
  value !== null && (typeof value === 'string' || typeof value === 'object');

/** Only nil and `false` are false; `0`, `""` and `null` are not. */
export const isTruthy = (value: Indexed): boolean => value !== undefined && value !== false;

/** Lua's `type()`. */
export function luaType(value: Indexed): string {
  if (value === undefined) return 'nil';
  if (value === null) return 'userdata';
  if (value === LUA_FUNCTION) return 'function';
  return typeof value === 'object' ? 'table' : typeof value;
}
