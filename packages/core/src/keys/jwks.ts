import type { Place } from '../facts/index.ts';
import { isObject, type Json, type JsonObject, type JsonStop, member, scanJson, typeName } from '../json/index.ts';
import { MAX_KEY_MEMBERS, MAX_KEYS } from '../limits/index.ts';
import type { Crypto } from '../ports/index.ts';
import { readJwk } from './jwk.ts';
import type { Key, KeyProblem, KeyReading } from './model.ts';
import { keyProblem } from './problems.ts';
import { unreadable } from './refuse.ts';

/** A JWK, a JWK set, or what JSON stands in its place (RFC 7517). A bad key does not lose the others. */
export function readJsonKeys(text: string, place: Place, crypto: Crypto, most = MAX_KEYS): KeyReading {
  const { stop, duplicates: repeated } = scanJson(text, undefined, { members: MAX_KEY_MEMBERS });
  if (stop?.code === 'json-too-deep') return unreadable(keyProblem('key-json-too-deep', '', place));
  if (stop !== undefined) return unreadable(keyProblem('key-json-broken', stopText(stop), place));
  const reading = readValue(JSON.parse(text) as Json, place, crypto, most);
  const twice = repeated.map(({ path }) => keyProblem('jwk-duplicate-member', `"${path.join('.')}"`, place));
  return twice.length === 0 ? reading : { ...reading, problems: [...twice, ...reading.problems] };
}

/** The text itself is not quoted: it may be a key. */
const stopText = (stop: JsonStop): string => `at character ${stop.at + 1} ${stop.wanted} is wanted`;

function readValue(value: Json, place: Place, crypto: Crypto, most: number): KeyReading {
  if (Array.isArray(value)) {
    const set = readSet(value, place, crypto, most);
    return { ...set, problems: [keyProblem('jwks-bare-array', '', place), ...set.problems] };
  }
  if (!isObject(value)) return unreadable(keyProblem('key-is-json', `it is ${typeName(value)}`, place));
  const keys = member(value, 'keys');
  if (Array.isArray(keys)) return readSet(keys, place, crypto, most);
  if (keys !== undefined) return unreadable(keyProblem('jwks-keys-missing', '"keys" is no array', place));
  if (member(value, 'kty') === undefined) return unreadable(keyProblem('key-is-json', names(value), place));
  return { form: 'jwk', keys: [readJwk(value, { index: 0, place, path: '' }, crypto)], problems: [] };
}

function readSet(values: readonly Json[], place: Place, crypto: Crypto, most: number): KeyReading {
  const keys = values
    .slice(0, most)
    .map((value, index) => readJwk(value, { index, place, path: `keys[${index}]` }, crypto));
  const problems: KeyProblem[] = [];
  if (values.length === 0) problems.push(keyProblem('jwks-empty', '', place));
  if (values.length > most)
    problems.push(keyProblem('jwks-too-many-keys', `${values.length} keys; only the first ${most}`, place));
  problems.push(...duplicates(keys, place));
  const nameless = keys.filter(({ kid }) => kid === undefined).length;
  if (keys.length > 1 && nameless > 0) problems.push(keyProblem('kid-missing', String(nameless), place));
  if (keys.some(({ kty }) => kty === 'oct') && keys.some(({ kty }) => kty !== 'oct')) {
    problems.push(keyProblem('symmetric-key-in-set', '', place));
  }
  return { form: 'jwks', keys, problems };
}

function duplicates(keys: readonly Key[], place: Place): readonly KeyProblem[] {
  const seen = new Map<string, number>();
  for (const { kid } of keys) if (kid !== undefined) seen.set(kid, (seen.get(kid) ?? 0) + 1);
  return [...seen]
    .filter(([, count]) => count > 1)
    .map(([kid]) => keyProblem('kid-duplicate', JSON.stringify(kid), place));
}

function names(object: JsonObject): string {
  const found = Object.keys(object).slice(0, 4);
  return found.length === 0 ? 'an empty object' : `its members are ${found.join(', ')}`;
}
