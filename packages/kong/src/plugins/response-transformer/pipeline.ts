import { asciiLower } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import type { Answer, PluginModel } from '../exchange.ts';
import { undetermined } from '../pipeline.ts';
import { pairOf } from '../request-transformer/config.ts';
import { unknownIn } from '../unknown-values.ts';

interface Entries {
  readonly headers: readonly string[];
  readonly json: readonly string[] | null;
}

type TransformerConfig = Readonly<Record<(typeof KINDS)[number], Entries>>;

const KINDS = ['remove', 'rename', 'replace', 'add', 'append'] as const;
const NONE: Entries = { headers: [], json: [] };
const UNSET: TransformerConfig = { remove: NONE, rename: NONE, replace: NONE, add: NONE, append: NONE };

/** Kong's `response-transformer` plugin: it changes Kong's own errors as well. */
export const responseTransformer: PluginModel = {
  name: 'response-transformer',
  respond(plugin, _, answer) {
    const config = settingsOf(plugin, UNSET);
    const unknown = unknownIn(KINDS.flatMap((kind) => [config[kind].headers, config[kind].json]));
    if (unknown.length > 0) return undetermined(plugin, unknown).because;
    transform(config, answer);
    const { reply, headers } = answer;
    const isJson = /^application\/(?:json|\*)/i.test(headers.get('content-type') ?? '');
    const changesBody = KINDS.some((kind) => (config[kind].json ?? []).length > 0);
    if (!changesBody || !isJson || reply === undefined || reply.body === '') return undefined;
    return undetermined(plugin, ['how Kong writes the changed body'], 'whose members come in an order of its own')
      .because;
  },
};

/** Whether a header is there is asked of the answer as it was before. */
function transform(config: TransformerConfig, { headers }: Answer): void {
  const before = new Map(headers.list());
  const keyOf = (name: string): string => asciiLower(name).replaceAll('_', '-');
  for (const entry of config.remove.headers) headers.clear(keyOf(pairOf(entry).name));
  for (const { name, value } of config.rename.headers.map(pairOf)) {
    const held = before.get(keyOf(name));
    if (held === undefined || value === undefined) continue;
    headers.set(keyOf(value), held);
    headers.clear(keyOf(name));
  }
  for (const { name, value } of config.replace.headers.map(pairOf))
    if (before.has(keyOf(name)) && value !== undefined) headers.set(keyOf(name), value);
  for (const { name, value } of config.add.headers.map(pairOf))
    if (!before.has(keyOf(name)) && value !== undefined) headers.set(keyOf(name), value);
  for (const { name, value } of config.append.headers.map(pairOf)) headers.add(keyOf(name), value ?? '');
}
