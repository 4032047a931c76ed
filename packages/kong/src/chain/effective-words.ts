import { dim, good, type Line, line, type Section, strong, warn } from '@why401/core/report';
import { type Entity, type Plugin, showUnknown } from '../config/index.ts';
import { fromBytes } from '../wire/index.ts';
import type { EffectivePlugin, PluginInstance } from './effective.ts';

/** Instances of one plugin that are listed; what is left is counted. */
const MOST = 12;

/** The plugins of a Route as a table: in the order in which they run, and what was overridden under what overrides it. */
export function effectiveSection(plugins: readonly EffectivePlugin[]): Section {
  let place = 0;
  const rows = plugins.flatMap(({ name, priority, instances }): readonly (readonly Line[])[] => {
    const shown = instances.slice(0, MOST).map(({ state, why, plugin }, at) => {
      const runs = state === 'runs' || (at === 0 && (state === 'unclear' || state === 'for-consumer'));
      if (runs) place += 1;
      return [
        runs ? line`${strong(String(place))}` : [],
        runs ? line`${strong(name)}` : line`${dim(name)}`,
        scopeOf(plugin),
        wordsOf({ plugin, state, ...(why !== undefined && { why }) }),
        at === 0 && Number.isFinite(priority) ? line`${dim(String(priority))}` : [],
        line`${dim(placeOf(plugin))}`,
      ];
    });
    const left = instances.length - shown.length;
    return left === 0 ? shown : [...shown, [[], line`${dim(name)}`, line`${dim(`and ${left} more`)}`, [], [], []]];
  });
  return {
    id: 'plugins',
    title: 'Plugins',
    blocks:
      rows.length === 0
        ? [{ kind: 'text', lines: [line`None applies: what the Route takes is passed on as it is.`] }]
        : [{ kind: 'table', head: ['#', 'plugin', 'scope', 'for this Route', 'priority', 'where'], rows }],
  };
}

function wordsOf({ state, why, plugin }: PluginInstance): Line {
  switch (state) {
    case 'runs':
      return line`${good('runs')}`;
    case 'overridden':
      return line`${dim('overridden: an instance with a narrower scope, or a later one of the same, applies')}`;
    case 'for-consumer':
      return plugin.consumerGroup === null
        ? line`runs instead once an earlier plugin has authenticated ${named(plugin.consumer)}`
        : line`runs instead for members of ${named(plugin.consumerGroup)} once an earlier plugin has authenticated them (assumed)`;
    case 'switched-off':
      return line`${dim('switched off (enabled: false)')}`;
    case 'other-protocols':
      return line`${dim(`for ${plugin.protocols.join(', ')} only`)}`;
    case 'unclear':
      return line`${warn('not known')}: it ${why ?? ''}`;
  }
}

const NAMES = ['route', 'service', 'consumer'] as const;

function scopeOf(plugin: Plugin): Line {
  const parts = NAMES.flatMap((name) => (plugin[name] === null ? [] : [`${name} ${named(plugin[name])}`]));
  if (plugin.consumerGroup !== null) parts.push(`consumer group ${named(plugin.consumerGroup)}`);
  return line`${parts.length === 0 ? 'global' : parts.join(', ')}`;
}

type Named = Entity & { readonly name?: string | null; readonly username?: string | null };

const named = (entity: Named | null): string =>
  entity === null ? '' : showUnknown(fromBytes(entity.name ?? entity.username ?? entity.id), (name) => `<${name}>`);

function placeOf(plugin: Plugin): string {
  const { file, line: at, column } = plugin.place();
  return [file, at, column].filter((part) => part !== undefined).join(':');
}
