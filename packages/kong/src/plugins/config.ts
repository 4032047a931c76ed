import type { Plugin } from '../config/index.ts';

const made = new WeakMap<Plugin, object>();

/**
 * The plugin's configuration as its schema reads it: defaults filled in, texts as byte strings. A field that a version
 * does not have is as in `unset`.
 */
export function settingsOf<Config extends object>(plugin: Plugin, unset: Config): Config {
  const known = made.get(plugin);
  if (known !== undefined) return known as Config;
  const settings = { ...unset, ...(plugin.config as Partial<Config>) };
  made.set(plugin, settings);
  return settings;
}

/** The same of a plugin whose schema is not modelled: what is written, and the defaults in `unset`. */
export function writtenSettingsOf<Config extends object>(plugin: Plugin, unset: Config): Config {
  const raw = plugin.raw as { readonly config?: unknown } | null;
  const written = raw?.config !== null && typeof raw?.config === 'object' ? raw.config : {};
  return { ...unset, ...(written as Partial<Config>) };
}
