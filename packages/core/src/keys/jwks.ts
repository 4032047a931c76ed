import type { Place } from '../facts/index.ts';
import type { Crypto } from '../ports/index.ts';
import { readJwk } from './jwk.ts';
import { type JwkObject, member } from './jwk-members.ts';
import type { Key, KeyProblem, KeyReading } from './model.ts';
import { keyProblem } from './problems.ts';

const MAX_KEYS = 20_000;
const MAX_DEPTH = 64;

/** A JWK, a JWK set, or what JSON stands in its place (RFC 7517). A bad key does not lose the others. */
export function readJsonKeys(text: string, place: Place, crypto: Crypto): KeyReading {
  const unreadable = (problem: KeyProblem): KeyReading => ({ form: 'unreadable', keys: [], problems: [problem] });
  if (depth(text) > MAX_DEPTH) return unreadable(keyProblem('key-json-too-deep', '', place));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unreadable(keyProblem('key-json-broken', reason(error), place));
  }
  if (Array.isArray(value)) {
    const set = readSet(value, place, crypto);
    return { ...set, problems: [keyProblem('jwks-bare-array', '', place), ...set.problems] };
  }
  if (typeof value !== 'object' || value === null) return unreadable(keyProblem('key-is-json', 'no object', place));
  const object = value as JwkObject;
  const keys = member(object, 'keys');
  if (Array.isArray(keys)) return readSet(keys, place, crypto);
  if (keys !== undefined) return unreadable(keyProblem('jwks-keys-missing', '"keys" is no array', place));
  if (member(object, 'kty') === undefined) return unreadable(keyProblem('key-is-json', names(object), place));
  return { form: 'jwk', keys: [readJwk(object, { index: 0, place, path: '' }, crypto)], problems: [] };
}

function readSet(values: readonly unknown[], place: Place, crypto: Crypto): KeyReading {
  const keys = values
    .slice(0, MAX_KEYS)
    .map((value, index) => readJwk(value, { index, place, path: `keys[${index}]` }, crypto));
  const problems: KeyProblem[] = [];
  if (values.length === 0) problems.push(keyProblem('jwks-empty', '', place));
  if (values.length > MAX_KEYS) problems.push(keyProblem('jwks-too-many-keys', String(values.length), place));
  problems.push(...duplicates(keys, place));
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

/** Levels of brackets outside of strings: counted before the parser sees the text. */
function depth(text: string): number {
  let level = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++level);
    else if (code === 0x5d || code === 0x7d) level--;
  }
  return deepest;
}

/** The parser's words without the text it quotes, which may be a key. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 'it ends too early' : `at character ${Number(position) + 1}`;
}

function names(object: JwkObject): string {
  const found = Object.keys(object).slice(0, 4);
  return found.length === 0 ? 'an empty object' : `its members are ${found.join(', ')}`;
}
