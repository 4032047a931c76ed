import type { Crypto } from '@why401/core';

type Digest = Pick<Crypto, 'digest'>;

/** Kong's namespace for ids that a declarative file leaves out (`kong/db/schema/others/declarative_config.lua`). */
const ENTITIES = bytesOf('fd02801f-0957-4a15-a55a-c8d9606f30b5');
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const DASHES = new Set([4, 6, 8, 10]);

const namespaces = new WeakMap<Digest, Map<string, Uint8Array>>();

/** Id that the declarative loader derives for an entity: v5(v5(Kong's namespace, entity), key). `key` is a byte string. */
export function uuidV5(crypto: Digest, entity: string, key: string): string {
  const known = namespaces.get(crypto) ?? new Map<string, Uint8Array>();
  namespaces.set(crypto, known);
  const namespace = known.get(entity) ?? derive(crypto, ENTITIES, entity);
  known.set(entity, namespace);
  return spell(derive(crypto, namespace, key));
}

/** UUIDv5 of a byte string in a namespace that is a UUID itself. */
export const uuidWithin = (crypto: Digest, namespace: string, name: string): string =>
  spell(derive(crypto, bytesOf(namespace), name));

function spell(bytes: Uint8Array): string {
  return Array.from(bytes, (byte, i) => (DASHES.has(i) ? '-' : '') + HEX[byte]).join('');
}

/** UUIDv5 of RFC 9562 §5.5; `name` is a byte string. */
function derive(crypto: Digest, namespace: Uint8Array, name: string): Uint8Array {
  const data = new Uint8Array(16 + name.length);
  data.set(namespace);
  for (let i = 0; i < name.length; i++) data[16 + i] = name.charCodeAt(i);
  const hash = crypto.digest('sha1', data).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash;
}

function bytesOf(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
