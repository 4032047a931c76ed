import type { Crypto } from '@why401/core';

/** Kong's namespace for ids that a declarative file leaves out (`kong/db/schema/others/declarative_config.lua`). */
const ENTITIES = 'fd02801f-0957-4a15-a55a-c8d9606f30b5';

const namespaces = new WeakMap<Pick<Crypto, 'digest'>, Map<string, string>>();

/** Id that the declarative loader derives for an entity: v5(v5(Kong's namespace, entity), key). `key` is a byte string. */
export function uuidV5(crypto: Pick<Crypto, 'digest'>, entity: string, key: string): string {
  const known = namespaces.get(crypto) ?? new Map<string, string>();
  namespaces.set(crypto, known);
  const namespace = known.get(entity) ?? named(crypto, ENTITIES, entity);
  known.set(entity, namespace);
  return named(crypto, namespace, key);
}

/** UUIDv5 of RFC 9562 §5.5; `name` is a byte string. */
export function named(crypto: Pick<Crypto, 'digest'>, namespace: string, name: string): string {
  const hex = namespace.replaceAll('-', '');
  const data = new Uint8Array(16 + name.length);
  for (let i = 0; i < 16; i++) data[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  for (let i = 0; i < name.length; i++) data[16 + i] = name.charCodeAt(i);
  const hash = crypto.digest('sha1', data).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
