import type { Plugin } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import type { Exchange, PluginModel } from '../exchange.ts';
import { note, passed, undetermined } from '../pipeline.ts';
import { setPath } from '../query-text.ts';
import { unknownIn } from '../unknown-values.ts';
import { type Entries, type Pair, pairOf, type TransformerConfig, UNSET } from './config.ts';
import type { Environment } from './expression.ts';
import { type HeaderChanges, transformHeaders } from './headers.ts';
import { transformQuery } from './query.ts';
import { environmentOf, render } from './template.ts';

const KINDS = ['remove', 'rename', 'replace', 'add', 'append'] as const;

/** Kong's `request-transformer` plugin. What it does to bodies changes no verdict, and is not told. */
export const requestTransformer: PluginModel = {
  name: 'request-transformer',
  access(plugin, exchange) {
    const config = settingsOf(plugin, UNSET);
    const unknown = unknownIn(KINDS.flatMap((kind) => [config[kind].headers, config[kind].querystring]));
    if (unknown.length > 0) return undetermined(plugin, unknown);
    const environment = environmentOf(exchange);
    const [headers, query] = [changes(config, 'headers', environment), changes(config, 'querystring', environment)];
    const uri = config.replace.uri === null ? null : render(config.replace.uri, environment);
    if (headers === undefined || query === undefined || uri === undefined)
      return undetermined(plugin, ['a template'], 'which is more Lua than is read here');
    if (uri !== null) setPath(exchange, uri);
    transformHeaders(exchange, headers);
    transformQuery(exchange, query);
    told(plugin, exchange, headers);
    return undefined;
  },
};

/** Every entry with its template filled in; `undefined` where one cannot be. */
function changes(config: TransformerConfig, part: keyof Entries, environment: Environment): HeaderChanges | undefined {
  const made: Record<string, Pair[]> = {};
  for (const kind of KINDS) {
    const pairs: Pair[] = [];
    for (const entry of config[kind][part]) {
      const { name, value } = pairOf(entry);
      const text = render(value, environment);
      if (text === undefined) return undefined;
      pairs.push({ name, value: text });
    }
    made[kind] = pairs;
  }
  const { remove = [], rename = [], replace = [], add = [], append = [] } = made;
  return { remove, rename, replace, add, append };
}

function told(plugin: Plugin, exchange: Exchange, made: HeaderChanges): void {
  const headers = KINDS.flatMap((kind) => made[kind].map(({ name }) => fromBytes(name)));
  note({ plugin, exchange }, 'transformed', passed('request-transformed', { headers }, { at: () => plugin.place() }));
}
