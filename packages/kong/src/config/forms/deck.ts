import { isTable, own, type Table } from '../schema/table.ts';

/** Lists that decK files nest, by the entity that they stand in. */
const NESTED: Readonly<Record<string, readonly string[]>> = {
  services: ['routes', 'plugins'],
  routes: ['plugins'],
  consumers: ['plugins'],
  consumer_groups: ['plugins'],
};

/** Parts of a URL that win over the URL when they are written beside it. */
const URL_PARTS = ['protocol', 'host', 'port', 'path'];

/**
 * What decK makes of its own additions before it talks to Kong: `_plugin_configs`, `_info.defaults`, fields beside
 * `url`. Lists keep their length and order. Sources: go-database-reconciler `pkg/file/{builder,types}.go`.
 */
export function applyDeck(root: Table, expandUrl: (url: unknown) => Readonly<Record<string, unknown>>): Table {
  const configs = tableAt(root, '_plugin_configs');
  const defaults = tableAt(tableAt(root, '_info'), 'defaults');
  const each = (entity: string, list: unknown): unknown =>
    Array.isArray(list) ? list.map((item) => (isTable(item) ? adapt(entity, item as Table) : item)) : list;
  const adapt = (entity: string, item: Table): Table => {
    const out = withDefaults(item, tableAt(defaults, entity.slice(0, -1)));
    for (const nested of NESTED[entity] ?? []) if (Object.hasOwn(out, nested)) out[nested] = each(nested, out[nested]);
    if (entity === 'plugins') mergeConfig(out, configs);
    if (entity === 'services') spreadUrl(out, item, expandUrl);
    return out;
  };
  const out: Table = { ...root };
  for (const entity of ['services', 'routes', 'consumers', 'consumer_groups', 'plugins'])
    if (Object.hasOwn(out, entity)) out[entity] = each(entity, out[entity]);
  return out;
}

function withDefaults(item: Table, defaults: Table): Table {
  const out = { ...item };
  for (const [key, value] of Object.entries(defaults)) if (!Object.hasOwn(out, key)) out[key] = value;
  return out;
}

/** The plugin's own keys win; maps are merged, lists are not. */
function mergeConfig(plugin: Table, configs: Table): void {
  const name = own(plugin, '_config');
  const shared = typeof name === 'string' ? own(configs, name) : undefined;
  if (!isTable(shared)) return;
  plugin['config'] = mergedConfig(shared as Table, tableAt(plugin, 'config'));
}

function mergedConfig(under: Table, over: Table): Table {
  const out = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = own(out, key);
    const both = isTable(below) && isTable(value) && !Array.isArray(below) && !Array.isArray(value);
    out[key] = both ? mergedConfig(below as Table, value as Table) : value;
  }
  return out;
}

function spreadUrl(
  service: Table,
  written: Table,
  expandUrl: (url: unknown) => Readonly<Record<string, unknown>>,
): void {
  const url = own(service, 'url');
  if (typeof url !== 'string' || url === '') return;
  delete service['url'];
  const parts = expandUrl(url);
  for (const part of URL_PARTS) service[part] = own(written, part) ?? parts[part];
}

function tableAt(table: Table, key: string): Table {
  const value = own(table, key);
  return isTable(value) && !Array.isArray(value) ? (value as Table) : {};
}
