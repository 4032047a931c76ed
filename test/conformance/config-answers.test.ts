import { readFileSync } from 'node:fs';
import { loadGateway, type Refusal } from '@why401/kong/config';
import { loadKongKey } from '@why401/kong/plugins';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';

/** What a real loader (`POST /config`) said of a file. */
interface Answer {
  readonly config: string;
  readonly kong: string;
  readonly routerFlavor: 'traditional' | 'traditional_compatible' | 'expressions';
  readonly status: 201 | 400 | 500;
  readonly fields: unknown;
  readonly text: string;
  readonly note?: string;
}

const crypto = createCrypto();
const CRASH = '[] An unexpected error occurred';

const recorded = (name: string): readonly Answer[] =>
  readFileSync(new URL(`vectors/config-answers/${name}.ndjson`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);

function wanted({ status, fields }: Answer): string[] {
  if (status === 201) return [];
  if (status === 500) return [CRASH];
  return leaves(fields, []).map(parserText).sort();
}

function found({ config, kong, routerFlavor, text }: Answer): string[] {
  const version = kong.split('.').slice(0, 2).join('.') as '2.8' | '3.4' | '3.9';
  const keyLoads = (key: string): boolean =>
    loadKongKey(key, crypto, { opensslThree: version !== '2.8' }) !== undefined;
  const options = { version, flavor: routerFlavor, as: 'db-less' as const, keyLoads };
  const loaded = loadGateway([{ name: config, text }], options, { crypto });
  if (!loaded.ok) return ['["error"] …'];
  return loaded.gateway.refusals.map(spell).sort();
}

const spell = ({ path, message }: Pick<Refusal, 'path' | 'message'>): string => `${JSON.stringify(path)} ${message}`;
/** Kong's wording of parser errors need not be matched. */
const parserText = (fault: string): string => (fault.startsWith('["error"]') ? '["error"] …' : fault);

function leaves(value: unknown, path: (string | number)[]): string[] {
  if (typeof value === 'string') return [spell({ path, message: value })];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

describe('what the loader refuses', () => {
  it.each(['answers', 'older', 'accepted'])('%s: the same texts at the same places', (name) => {
    const rows = recorded(name);
    let same = 0;
    const differing: string[] = [];
    for (const row of rows) {
      const [want, got] = [wanted(row), found(row)];
      if (JSON.stringify(want) === JSON.stringify(got)) same++;
      else differing.push(`${row.kong} ${row.config} ${row.note ?? ''}`);
    }
    console.log(`config-answers/${name}: ${same} of ${rows.length} identical`);
    expect(differing).toEqual([]);
    expect(same).toBeGreaterThanOrEqual({ answers: 118, older: 133, accepted: 242 }[name] ?? rows.length);
  });
});
