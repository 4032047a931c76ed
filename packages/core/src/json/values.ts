import type { Json, JsonObject } from './model.ts';
import { type Limits, scanJson } from './scan.ts';

/** Whether `value` is a JSON object, as a header and a claims set must be. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member by a name that came from outside: `constructor` and `__proto__` are ordinary names. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** `an array`, `null`, …: how a value is named to a person. */
export function typeName(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The value of a text within the depth limit; undefined where it is not JSON. Never throws. */
export function parseJson(text: string, limits: Limits = {}): Json | undefined {
  return scanJson(text, undefined, limits).stop === undefined ? (JSON.parse(text) as Json) : undefined;
}
