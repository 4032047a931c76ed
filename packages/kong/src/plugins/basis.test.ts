import { describe, expect, it } from 'vitest';
import { readRelease } from '../versions/index.ts';
import { basisOfPlugin } from './basis.ts';

const kinds = (plugin: string, step: string, version: string): readonly string[] => {
  const release = readRelease(version);
  if (!release.ok) throw new Error(release.problem.message);
  return basisOfPlugin(plugin, step, release.value).map(({ kind }) => kind);
};

describe('why a step is believed', () => {
  it.each([
    ['key-auth', 'key-auth-key', '3.9', ['kong-source', 'recorded']],
    ['key-auth', 'anonymous-missing', '3.9', ['kong-source']],
    ['hmac-auth', 'hmac-auth-digest', '2.8', ['kong-source']],
    ['ldap-auth', 'ldap-auth-header', '3.9', ['kong-source']],
    ['key-auth', 'key-auth-key', '3.6', ['kong-source']],
    ['key-auth', 'key-auth-key', '3.11', ['assumed', 'kong-source']],
  ])('%s %s in %s', (plugin, step, version, wanted) => {
    expect(kinds(plugin, step, version)).toEqual(wanted);
  });
});
