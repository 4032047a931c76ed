import type { LoaderRules } from '../../versions/index.ts';
import type { GatewaySettings } from '../model.ts';
import { listOf } from './nginx.ts';

/**
 * Plugins that `plugins` of kong.conf has Kong load; undefined where it is not written, or where `bundled` stands for
 * those of an edition whose plugins are not all known.
 */
export function enabledPlugins(settings: GatewaySettings, rules: LoaderRules): ReadonlySet<string> | undefined {
  const written = settings.get('plugins');
  if (written === undefined) return undefined;
  const names = listOf(written.value);
  if (names.length === 1 && names[0] === 'off') return new Set();
  if (!names.includes('bundled')) return new Set(names);
  return rules.closedSource ? undefined : new Set([...rules.bundledPlugins, ...names]);
}
