import { nextNode, type Visited, visitLeaves } from './nodes.ts';
import type { Source } from './source.ts';

/** Part of a text that must not be shown; `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Fields that hold a secret wherever they stand; Kong marks only some of them `encrypted`. */
const SECRET = /secret|passw|passphrase|token$|api_?key$|private|credential_value|session_key|jwk$|access_key/i;
/** Fields that only look like one. */
const HARMLESS: ReadonlySet<string> = new Set(['secret_is_base64', 'hide_client_secret', 'hash_secret']);
/** `key` is a secret in these lists, and a name elsewhere. */
const KEY_LISTS: ReadonlySet<string> = new Set(['keyauth_credentials', 'keyauth_enc_credentials', 'certificates']);
/** A private key is secret in any field. */
const PRIVATE_KEY = /PRIVATE KEY-----|"d"\s*:/;

/** Values of secret fields that reach into the offsets `from`–`to`, in the order of the text. */
export function secretsIn(source: Source, from: number, to: number): readonly Span[] {
  const out: Span[] = [];
  visitLeaves(source.nodes, (leaf) => {
    const start = source.nodes.starts[leaf.node] ?? 0;
    if (start >= to) return;
    const end = endOf(source, leaf, start);
    if (end > from && isSecret(leaf, source.text.slice(start, end), source)) out.push({ from: start, to: end });
  });
  return out;
}

function isSecret({ key, list, top }: Visited, written: string, { habits }: Source): boolean {
  if (PRIVATE_KEY.test(written) || habits.hidden?.has(top)) return true;
  if (SECRET.test(key)) return !HARMLESS.has(key);
  return (key === 'key' || key === 'key_alt') && KEY_LISTS.has(habits.list ?? list);
}

/** Where a leaf ends: at its quote, else before whatever comes next. A comment behind it counts as part of it. */
function endOf({ text, nodes, habits }: Source, { node, holder }: Visited, start: number): number {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") return start + (QUOTED[quote].exec(text.slice(start))?.[0].length ?? 1);
  const next = nextNode(nodes, node);
  const limit = (next === undefined ? habits.end : nodes.starts[next]) ?? text.length;
  const lineStart = text.lastIndexOf('\n', limit - 1) + 1;
  const written = text.slice(start, limit < text.length && lineStart > start ? lineStart : limit);
  const inFlow = '{['.includes(text.charAt(nodes.starts[holder] ?? 0));
  return start + written.replace(inFlow ? /[\s,\]}]+$/ : /\s+$/, '').length;
}

const QUOTED = { '"': /^"(?:[^"\\]|\\[^])*"?/, "'": /^'(?:[^']|'')*'?/ } as const;
