import type { Key, KeyReading } from '../keys/index.ts';
import { isObject, type Json, type JsonObject, member } from '../parse/index.ts';
import type { KeySetView, KeyView } from './model.ts';

/**
 * A key set as a timeline sees it.
 * @param name file or address, for the sentences
 * @param reading what `readKeys` made of the text
 * @param text the same text: certificates (`x5c`) stand in it
 */
export function keySetView(name: string, reading: KeyReading, text: string): KeySetView {
  const certificates = reading.form === 'jwks' || reading.form === 'jwk' ? membersOf(text) : [];
  return { name, keys: reading.keys.map((key) => keyView(key, certificates[key.index])) };
}

function keyView(key: Key, jwk: JsonObject | undefined): KeyView {
  const fatal = key.usable === 'no' ? key.problems.find((problem) => problem.fatal) : undefined;
  const chain = jwk === undefined ? undefined : member(jwk, 'x5c');
  const certificates = Array.isArray(chain) ? chain.filter((one) => typeof one === 'string').slice(0, 10) : [];
  return {
    kid: key.kid ?? null,
    ...(fatal === undefined ? {} : { problem: { code: fatal.code, message: fatal.message } }),
    ...(certificates.length === 0 ? {} : { certificates }),
  };
}

/** `readKeys` has measured the depth and parsed it before. */
function membersOf(text: string): readonly (JsonObject | undefined)[] {
  const value = JSON.parse(text) as Json;
  const keys = isObject(value) ? (member(value, 'keys') ?? [value]) : value;
  return Array.isArray(keys) ? keys.map((key) => (isObject(key) ? key : undefined)) : [];
}
