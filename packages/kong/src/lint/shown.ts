import { isUnknown, type Plugin, type Route } from '../config/index.ts';
import { fromBytes } from '../wire/index.ts';

/** How an entity is called in a sentence: its name, else what else tells it. */
export const routeName = ({ name, id }: Pick<Route, 'name' | 'id'>): string =>
  known(name) ?? known(id) ?? 'without a name';

const known = (text: string | null): string | undefined =>
  text === null || isUnknown(text) ? undefined : fromBytes(text);

/** `route orders`, `service shop and consumer alice`, `every request` */
export function scopeName({ route, service, consumer, consumerGroup }: Plugin): string {
  const parts = [
    route && `route ${routeName(route)}`,
    service && `service ${routeName(service)}`,
    consumer &&
      `consumer ${known(consumer.username) ?? known(consumer.customId) ?? known(consumer.id) ?? 'without a name'}`,
    consumerGroup && `consumer group ${routeName(consumerGroup)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'every request' : parts.join(' and ');
}

/** The plugins of that name that are switched on. */
export const enabled = (plugins: readonly Plugin[], ...names: readonly string[]): readonly Plugin[] =>
  plugins.filter((plugin) => plugin.enabled && names.includes(plugin.name));

/** A field of a plugin's configuration, defaults filled in; undefined where the file does not tell it. */
export function setting(plugin: Plugin, field: string): unknown {
  if (plugin.unknownFields?.some((one) => one === 'config' || one.startsWith(`config.${field}`))) return undefined;
  const { config } = plugin;
  return config !== null && typeof config === 'object' ? (config as Record<string, unknown>)[field] : undefined;
}

export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
