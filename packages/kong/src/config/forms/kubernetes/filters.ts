import { own, type Table } from '../../schema/table.ts';
import type { Cluster } from './cluster.ts';
import type { Rule } from './matches.ts';
import { type Relations, relateTo } from './plugins.ts';
import { redirectPlugins } from './redirect.ts';
import { listOf, type Resource, tableOf, textOf } from './resource.ts';

/** A plugin that a filter becomes; those of one name are joined. */
export interface Made {
  readonly name: string;
  readonly config: Readonly<Record<string, Table | string | number | boolean>>;
}

/** Plugins of a Route out of the filters of its rule; `ExtensionRef` names a KongPlugin. */
export function addFilters(
  cluster: Cluster,
  relations: Relations,
  resource: Resource,
  { value, at }: Rule,
  route: string,
  path: string,
): void {
  const made: Made[] = [];
  for (const [index, one] of listOf(own(value, 'filters')).entries()) {
    const filter = tableOf(one);
    const type = textOf(own(filter, 'type')) ?? '';
    const named = textOf(own(tableOf(own(filter, 'extensionRef')), 'name'));
    const plugins = pluginsOf(cluster, filter, type, path);
    if (plugins !== undefined) made.push(...plugins);
    else if (type === 'ExtensionRef' && named !== undefined)
      relateTo(cluster, relations, resource, 'routes', [route], named);
    else cluster.leave(`httproute:${type}`, resource, ['spec', 'rules', at, 'filters', index], filter);
  }
  for (const plugin of joined(made)) cluster.add('plugins', { ...plugin, route }, resource);
}

function pluginsOf({ gateway }: Cluster, filter: Table, type: string, path: string): readonly Made[] | undefined {
  const of = (name: string): Table => tableOf(own(filter, name));
  switch (type) {
    case 'RequestHeaderModifier':
      return [{ name: 'request-transformer', config: headerChanges(of('requestHeaderModifier')) }];
    case 'ResponseHeaderModifier':
      return [{ name: 'response-transformer', config: headerChanges(of('responseHeaderModifier')) }];
    case 'URLRewrite':
      return rewrites(of('urlRewrite'), path);
    case 'RequestRedirect':
      return redirectPlugins(of('requestRedirect'), path, gateway.hasRedirect);
    default:
      return undefined;
  }
}

/** What is set is replaced where it is there, and added where it is not. */
function headerChanges(modifier: Table): Made['config'] {
  const pairs = (name: string): readonly string[] =>
    listOf(own(modifier, name)).map((one) => {
      const header = tableOf(one);
      return headerText(textOf(own(header, 'name')) ?? '', textOf(own(header, 'value')) ?? '');
    });
  const [set, added] = [pairs('set'), pairs('add')];
  const removed = listOf(own(modifier, 'remove')).flatMap((name) => textOf(name) ?? []);
  return {
    ...(set.length > 0 && { replace: { headers: set }, add: { headers: set } }),
    ...(added.length > 0 && { append: { headers: added } }),
    ...(removed.length > 0 && { remove: { headers: removed } }),
  };
}

export const headerText = (name: string, value: string): string => (value === '' ? name : `${name}:${value}`);

function rewrites(rewrite: Table, path: string): readonly Made[] | undefined {
  const changed = tableOf(own(rewrite, 'path'));
  const host = textOf(own(rewrite, 'hostname'));
  const full = textOf(own(changed, 'replaceFullPath'));
  const isPrefix = own(changed, 'type') === 'ReplacePrefixMatch';
  const uri = isPrefix ? prefixTemplate(textOf(own(changed, 'replacePrefixMatch')), path) : full;
  if (uri === undefined && host === undefined) return undefined;
  const headers = host === undefined ? undefined : { headers: [`host:${host}`] };
  return [
    ...(uri === undefined ? [] : [{ name: 'request-transformer', config: { replace: { uri } } }]),
    ...(headers === undefined ? [] : [{ name: 'request-transformer', config: { replace: headers, add: headers } }]),
  ];
}

/** Path of what is behind the prefix, which the second path of the Route captures. */
function prefixTemplate(written: string | undefined, path: string): string {
  if (written === undefined) return '/';
  const [prefix, isRoot] = [written.replace(/\/$/, ''), normal(path) === '/'];
  const rest = isRoot ? '"/" .. uri_captures[1]' : 'uri_captures[1]';
  if (prefix === '') return `$(uri_captures[1] == nil and "/" or ${rest})`;
  return isRoot ? `${prefix}$(uri_captures[1] == nil and "" or ${rest})` : `${prefix}$(${rest})`;
}

const normal = (path: string): string => (path === '/' ? '/' : path.replace(/\/$/, '')) || '/';

/** The `ReplacePrefixMatch` of a rule. */
export function rewrittenPrefix({ value }: Rule): Table | undefined {
  return listOf(own(value, 'filters')).flatMap((one) => {
    const filter = tableOf(one);
    const found = tableOf(own(tableOf(own(filter, 'urlRewrite')), 'path'));
    return own(filter, 'type') === 'URLRewrite' && own(found, 'type') === 'ReplacePrefixMatch' ? [found] : [];
  })[0];
}

/** Paths of a Route whose prefix is rewritten; undefined where they are those of its matches. */
export function filteredPaths(rule: Rule, path: string): readonly string[] | undefined {
  const first = rewrittenPrefix(rule);
  if (first === undefined) return undefined;
  const prefix = own(first, 'replacePrefixMatch') === undefined ? '/' : normal(path);
  return [`~${prefix}$`, prefix === '/' ? '~/(.*)' : `~${prefix}(/.*)`];
}

/** Several of one name are one, their lists one behind the other. */
function joined(made: readonly Made[]): readonly Made[] {
  const out = new Map<string, Made>();
  for (const one of made) {
    const known = out.get(one.name);
    out.set(one.name, known === undefined ? one : { name: one.name, config: merge(known.config, one.config) });
  }
  return [...out.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function merge(first: Made['config'], second: Made['config']): Made['config'] {
  const out: Record<string, Made['config'][string]> = { ...second, ...first };
  for (const [part, value] of Object.entries(second)) {
    const before = first[part];
    if (typeof before !== 'object' || typeof value !== 'object') continue;
    const headers = [...listOf(own(before, 'headers')), ...listOf(own(value, 'headers'))];
    out[part] = { ...value, ...before, ...(headers.length > 0 && { headers }) };
  }
  return out;
}
