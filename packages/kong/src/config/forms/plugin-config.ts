import { configFieldsOf } from '../schema/index.ts';
import { own, type Table } from '../schema/table.ts';
import { unknown } from '../unknown.ts';
import type { ParsedFile } from './model.ts';

type Parsed = Pick<ParsedFile, 'source' | 'root' | 'smells' | 'templates'>;

/** Fields that plugins with a closed source have and no other plugin. */
const CLOSED: readonly (readonly [plugin: string, field: RegExp])[] = [
  ['openid-connect', /^(?:issuer|client_id|client_secret|auth_methods|scopes|redirect_uri)$/],
  ['jwt-signer', /^(?:verify_)?(?:access|channel)_token_/],
];

/** Keys of a plugin entity that may stand beside `config`. */
const BESIDE = ['id', 'name', 'enabled', 'protocols', 'tags', 'instance_name', 'service', 'route', 'consumer'];

/**
 * A plugin's `config:` without an entity around it, as documentation and `POST /plugins` have it. The plugin is the
 * one named, else the only one that knows every field.
 */
export function pluginConfigFile(parsed: Parsed): ParsedFile {
  const { source, root } = parsed;
  const config = own(root, 'config') as Table;
  const named = own(root, 'name') ?? own(root, 'plugin');
  const meant = pluginsWith(Object.keys(config));
  const [only] = meant;
  const name =
    typeof named === 'string' ? named : only !== undefined && meant.length === 1 ? only : unknown('plugin:name');
  const kept = Object.fromEntries(Object.entries(root).filter(([key]) => BESIDE.includes(key)));
  const plugin: Table = { ...kept, name, config };
  const place = source.placeOf(0, ['config']);
  const told = {
    code: typeof named === 'string' || meant.length === 1 ? 'config-is-plugin' : 'config-plugin-unnamed',
    message:
      typeof named === 'string' || meant.length === 1
        ? `this is the configuration of one plugin; it is read as a global ${name} plugin`
        : `this is the configuration of one plugin, and ${meant.length === 0 ? 'none is known to have all its fields' : `its fields fit ${meant.join(', ')}`}`,
    place,
    hint: 'write name: PLUGIN beside config:, or give the whole configuration',
  };
  return {
    ...parsed,
    root: { plugins: [plugin] },
    form: 'deck',
    kind: 'plugin configuration',
    smells: [...parsed.smells, told],
    origins: new WeakMap([[plugin, { source, node: 0 }]]),
  };
}

function pluginsWith(fields: readonly string[]): readonly string[] {
  const closed = CLOSED.find(([, field]) => fields.some((name) => field.test(name)));
  if (closed) return [closed[0]];
  if (fields.length === 0) return [];
  return [...configFieldsOf()].flatMap(([plugin, known]) => (fields.every((name) => known.has(name)) ? [plugin] : []));
}
