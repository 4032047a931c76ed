import type { KongVersion } from './index.ts';
import { BUNDLED_PLUGINS, LOADER, type LoaderRule } from './loader-table.ts';

/** What the declarative loader of one version knows and demands. */
export type LoaderRules = Readonly<Record<LoaderRule, boolean>> & {
  readonly version: KongVersion;
  /** Plugins that are enabled by default; more may be in a closed-source version. */
  readonly bundledPlugins: ReadonlySet<string>;
};

export function loaderRules(version: KongVersion): LoaderRules {
  const names = Object.keys(LOADER) as LoaderRule[];
  const rules = Object.fromEntries(names.map((name) => [name, isAtLeast(version, LOADER[name].since)]));
  const plugins = BUNDLED_PLUGINS.filter(([since]) => isAtLeast(version, since)).flatMap(([, list]) => list.split(' '));
  return { ...(rules as Record<LoaderRule, boolean>), version, bundledPlugins: new Set(plugins) };
}

/** Whether a gateway is of that release (`3.3`) or a later one. `HEAD` stands between 3.9 and 3.10. */
export function isAtLeast(version: KongVersion, since: string): boolean {
  const [major, minor] = version === 'HEAD' ? [3, 9] : numbers(version);
  const [sinceMajor, sinceMinor] = numbers(since);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

function numbers(version: string): readonly [major: number, minor: number] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
