import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileKind, type Gateway, loadGateway, refusalProblems } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';

/** One file of the collection, as its index describes it. */
interface Item {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly plugins: readonly string[];
}

const root = join(process.env['WHY401_TESTDATA'] ?? '', 'kong-configs');
const isThere = process.env['WHY401_TESTDATA'] !== undefined && existsSync(join(root, 'index.json'));
const items = isThere ? (JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')) as { items: Item[] }).items : [];

/** What the index calls a file, and what it may be taken for. */
const KINDS: Readonly<Record<string, readonly FileKind[]>> = {
  'declarative config / deck file': ['decK file', 'decK file of Konnect', 'declarative file', 'decK patch file'],
  'declarative config (JSON)': ['decK file', 'declarative file'],
  'Kubernetes CRD (KongPlugin and friends)': ['Kubernetes resources'],
  'Kong documentation plugin example (plugin config under config:)': ['plugin configuration'],
  'Kong documentation entity block (deck content under entities:)': ['entities block'],
};

/** What Kong refuses of them, by the reason; all others load without a word. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  // Written to test the conversion of what Kong 3 no longer takes, and of `wss`, which only the Enterprise edition has.
  'kong-convert-testdata-11-input': [
    ...['consumer-scoped-plugin', 'consumer-scoped-plugin', 'value-not-allowed', 'field-not-allowed-here'],
    ...['field-missing', 'field-missing', 'config-refused'],
  ],
  // Of the AI gateway of a later release.
  'kong-file-ai2kong-05-identity-providers-output': ['field-unknown', 'field-unknown'],
};

const crypto = createCrypto();
const load = (file: string) => {
  const text = readFileSync(join(root, file), 'utf8');
  return loadGateway([{ name: file, text }], { version: '3.9', flavor: 'traditional_compatible' }, { crypto });
};

/** Names of the plugins in the model, and in what was kept without being modelled. */
function pluginsOf({ plugins, unmodelled }: Gateway): ReadonlySet<string> {
  const kept = JSON.stringify(unmodelled.map(({ raw }) => raw ?? null));
  const named = [...kept.matchAll(/"(?:name|plugin)":"([a-z0-9-]+)"/g)].map(([, name]) => name ?? '');
  return new Set([...plugins.map(({ name }) => name), ...named]);
}

describe.skipIf(!isThere)(
  isThere ? 'kong-configs' : 'not there: WHY401_TESTDATA names no folder with kong-configs',
  () => {
    it.each(items)('$id', ({ id, file, format, plugins }) => {
      const loaded = load(file);
      if (!loaded.ok) throw new Error(loaded.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
      expect(KINDS[format]).toContain(loaded.kinds[0]);
      expect([...pluginsOf(loaded.gateway)]).toEqual(expect.arrayContaining([...plugins]));
      for (const { place } of [...loaded.gateway.plugins.map((one) => ({ place: one.place() }))])
        expect(place).toMatchObject({ file, line: expect.any(Number) as number, column: expect.any(Number) as number });
      const refused = refusalProblems(loaded.gateway.refusals).map(({ code }) => code);
      expect(refused).toEqual(REFUSED[id] ?? []);
    });

    it('counts', () => {
      const kinds = new Map<string, number>();
      for (const { file } of items) {
        const loaded = load(file);
        const kind = loaded.ok ? (loaded.kinds[0] ?? 'nothing') : 'not loaded';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
      console.log(`kong-configs: ${items.length - (kinds.get('not loaded') ?? 0)} of ${items.length} load: ${told}`);
      expect(items.length).toBeGreaterThan(70);
      expect(kinds.get('not loaded')).toBeUndefined();
    });
  },
);
