import type { Entity } from '../model.ts';
import { type Item, own } from '../schema/index.ts';

/**
 * Places of a plugin whose `_config` names one of `_plugin_configs`: what decK took from there stands there. Such a
 * place has no `from`, since a change of it would be one for every plugin that shares it.
 */
export function sharedPlace({ raw, source }: Item, place: Entity['place']): Entity['place'] {
  const name = own(raw, '_config');
  if (typeof name !== 'string') return place;
  return (field) => {
    const own = place(field);
    if (own.from !== undefined || field === undefined || !field.startsWith('config.')) return own;
    const path = ['_plugin_configs', name, ...field.split('.').slice(1)];
    const { from, ...shared } = source.placeOf(0, path);
    return from === undefined ? own : shared;
  };
}
