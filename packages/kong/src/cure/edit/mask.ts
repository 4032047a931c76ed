import { isMap, isScalar, type Pair, visit } from 'yaml';
import type { OpenFile } from './document.ts';
import { rangeOf } from './document.ts';
import type { Mask } from './hunk.ts';

/** Fields that hold a secret wherever they stand (Kong marks only some of them `encrypted`). */
const SECRET_FIELD = /secret|passw|passphrase|token$|api_?key|private|credential_value|^hash$|session_key|client_jwk/i;

/** Lists in whose items `key` is a secret. */
const KEY_LISTS = new Set(['keyauth_credentials', 'keyauth_enc_credentials', 'certificates', 'vaults', 'keys']);

/** Fields that only look like one. */
const HARMLESS = new Set(['secret_is_base64', 'jwt_secrets', 'hide_client_secret', 'token_headers_client']);

/** Where secrets stand in a file: a line of it is only shown through these. Sorted, without overlaps. */
export function masksOf(file: OpenFile, name: string): readonly Mask[] {
  const known = found.get(file) ?? masksIn(file, name);
  found.set(file, known);
  return known;
}

/** Several cures look at one file. */
const found = new WeakMap<OpenFile, readonly Mask[]>();

function masksIn(file: OpenFile, name: string): Mask[] {
  const masks: Mask[] = [];
  const lineOf = lineCounter(file.text);
  visit(file.doc, {
    Pair(_, pair, path) {
      const field = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!isSecret(field, pair, path)) return undefined;
      const range = rangeOf(pair.value);
      if (range === undefined || range[1] <= range[0]) return undefined;
      masks.push({ from: range[0], to: range[1], shown: `<${field} of ${name}:${lineOf(range[0])}>` });
      return visit.SKIP;
    },
  });
  return masks.sort((a, b) => a.from - b.from);
}

/** Everything in a Secret of Kubernetes. */
function isOfSecret(field: string, path: readonly unknown[]): boolean {
  const map = path.at(-1);
  return (field === 'data' || field === 'stringData') && isMap(map) && map.get('kind') === 'Secret';
}

function isSecret(field: string, pair: Pair, path: readonly unknown[]): boolean {
  if (isOfSecret(field, path)) return true;
  if (isScalar(pair.value) && /PRIVATE KEY/.test(String(pair.value.value))) return true;
  if (HARMLESS.has(field) || isMap(pair.value)) return false;
  if (SECRET_FIELD.test(field)) return true;
  return field === 'key' && KEY_LISTS.has(listAround(path));
}

/** Name of the nearest list that holds a pair. */
function listAround(path: readonly unknown[]): string {
  const pair = path.findLast((node) => typeof node === 'object' && node !== null && 'key' in node) as Pair | undefined;
  return isScalar(pair?.key) ? String(pair.key.value) : '';
}

/** Lines of offsets that mostly ascend: each is counted from the one before. */
function lineCounter(text: string): (offset: number) => number {
  let [line, from] = [1, 0];
  return (offset) => {
    if (offset < from) [line, from] = [1, 0];
    for (let at = text.indexOf('\n', from); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
      from = at + 1;
    }
    return line;
  };
}
