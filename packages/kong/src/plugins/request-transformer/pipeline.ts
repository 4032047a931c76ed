import type { Plugin } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import { crashed } from '../crash.ts';
import type { Exchange, PluginModel } from '../exchange.ts';
import { note, passed, undetermined } from '../pipeline.ts';
import { setPath } from '../query-text.ts';
import { unknownIn } from '../unknown-values.ts';
import { transformBody } from './body.ts';
import { type Iterate, pairOf, type TransformerConfig, UNSET } from './config.ts';
import { LuaFault, NotModelled } from './expression.ts';
import { transformHeaders } from './headers.ts';
import { formToQuery, transformQuery } from './query.ts';
import { environmentOf, render } from './template.ts';

const KINDS = ['remove', 'rename', 'replace', 'add', 'append'] as const;

/** Kong's `request-transformer` plugin. What it does to bodies changes no verdict, and is not told. */
export const requestTransformer: PluginModel = {
  name: 'request-transformer',
  access(plugin, exchange) {
    const config = settingsOf(plugin, UNSET);
    const unknown = unknownIn(KINDS.flatMap((kind) => [config[kind].headers, config[kind].querystring]));
    if (unknown.length > 0) return undetermined(plugin, unknown);
    try {
      transform(config, exchange);
    } catch (fault) {
      if (fault instanceof LuaFault) return crashed({ plugin, exchange }, fault.message);
      if (!(fault instanceof NotModelled)) throw fault;
      return undetermined(plugin, ['a template'], 'which is more Lua than is read here');
    }
    told(plugin, exchange, config);
    return undefined;
  },
};

/** In Kong's order: what a template sees depends on it. */
function transform(config: TransformerConfig, exchange: Exchange): void {
  const environment = environmentOf(exchange);
  const each: Iterate = (entries, step) => {
    for (const { name, value } of entries.map(pairOf))
      step({ name, value: value === undefined ? undefined : render(value, environment) });
  };
  const { uri } = config.replace;
  if (uri !== null && uri !== '') replacePath(exchange, render(uri, environment));
  formToQuery(exchange, config);
  transformHeaders(exchange, config, each);
  transformBody(exchange, config);
  transformQuery(exchange, config, each, environment.arguments);
}

function replacePath(exchange: Exchange, path: string): void {
  if (!path.startsWith('/')) throw new LuaFault('path must start with /');
  setPath(exchange, path);
}

function told(plugin: Plugin, exchange: Exchange, config: TransformerConfig): void {
  const headers = KINDS.flatMap((kind) => config[kind].headers.map((entry) => fromBytes(pairOf(entry).name)));
  note({ plugin, exchange }, 'transformed', passed('request-transformed', { headers }, { at: () => plugin.place() }));
}
