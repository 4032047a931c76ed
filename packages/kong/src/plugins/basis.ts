import type { Basis } from '@why401/core';
import type { Release } from '../versions/index.ts';

/** Releases of which recordings exist, and whose source was read. */
const KNOWN: Readonly<Record<string, string>> = { '2.8': '2.8.5', '3.4': '3.4.2', '3.9': '3.9.1' };

/** Plugins and steps that no recording came to: known from the source only. */
const NEVER_RECORDED: ReadonlySet<string> = new Set([
  'oauth2',
  'ldap-auth',
  'session',
  'correlation-id',
  'post-function',
  'acl-consumer',
  'anonymous-missing',
  'hmac-auth-algorithm',
  'hmac-auth-digest',
]);

/** Plugins of the Enterprise edition: their source is closed, and nobody recorded them. */
const DOCUMENTED: ReadonlySet<string> = new Set(['oauth2-introspection']);

const made = new WeakMap<Release, Map<string, readonly Basis[]>>();

/** Why a step of a plugin is believed to be so in this release. */
export function basisOfPlugin(plugin: string, step: string, release: Release): readonly Basis[] {
  if (DOCUMENTED.has(plugin)) return [{ kind: 'assumed', ref: `documentation of the plugin ${plugin}` }];
  const recorded = !NEVER_RECORDED.has(plugin) && !NEVER_RECORDED.has(step);
  const key = `${plugin} ${recorded}`;
  const known = made.get(release) ?? new Map<string, readonly Basis[]>();
  made.set(release, known);
  const bases = known.get(key) ?? basesOf(`kong/plugins/${plugin}/handler.lua`, release, recorded);
  known.set(key, bases);
  return bases;
}

function basesOf(path: string, { version, assumed }: Release, isRecorded: boolean): readonly Basis[] {
  if (assumed) {
    const ref = `Kong ${version}: its source is closed; taken as 3.9 with the changes that its changelog names`;
    return [
      { kind: 'assumed', ref },
      { kind: 'kong-source', ref: `${path}@3.9.1` },
    ];
  }
  const recorded = KNOWN[version];
  const tag = recorded ?? (version === 'HEAD' ? 'master' : `${version}.0`);
  const source: Basis = { kind: 'kong-source', ref: `${path}@${tag}` };
  return recorded === undefined || !isRecorded ? [source] : [source, { kind: 'recorded', ref: `Kong ${recorded}` }];
}
