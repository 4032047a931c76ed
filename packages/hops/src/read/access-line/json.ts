import { isObject, type JsonObject } from '@why401/core/json';
import type { Values } from './format.ts';
import { variableOf } from './names.ts';

/** An access log whose format writes JSON (`escape=json`, Traefik, Caddy): one object for each request. */
export function readJsonAccess(value: JsonObject): Values | undefined {
  const values = new Map<string, string>();
  put(values, value);
  // Caddy and Envoy keep the request in an object of its own.
  if (isObject(value.request)) put(values, value.request);
  return values.has('status') && (values.has('request') || values.has('request_method')) ? values : undefined;
}

function put(values: Map<string, string>, object: JsonObject): void {
  for (const [key, member] of Object.entries(object)) {
    const name = variableOf(key);
    if (name === undefined || values.has(name)) continue;
    if (typeof member === 'string' || typeof member === 'number') values.set(name, String(member));
  }
}
