import type { Problem } from '@why401/core';
import type { LoaderRules } from '../../versions/index.ts';
import type { ParsedFile } from '../forms/index.ts';
import { type Directory, type Item, isTable, type Leaf, own, type Table } from '../schema/index.ts';
import { isUnknown } from '../unknown.ts';
import { fileRefusals } from './refusals.ts';

/** So many of one kind are told, each at its place. */
const MOST = 20;

/**
 * What the schema of this version says against entities that run already. The gateway took them, so that they are of
 * another version, or of a plugin that has more fields.
 */
export function runningSmells(found: readonly Leaf[], file: ParsedFile, { version }: LoaderRules): Problem[] {
  const told = new Set<string>();
  const first = found.filter(({ path, message }) => {
    const key = `${path.filter((step) => typeof step === 'string').join('.')} ${message}`;
    return told.size < MOST && !told.has(key) && told.add(key);
  });
  return fileRefusals(first, file).map(({ path, message, place }) => ({
    code: 'config-other-version',
    message: `the gateway runs with a ${path.join('.')} that Kong ${version} would refuse (${message})`,
    ...(place && { place }),
    hint: 'name its version: --kong-version VERSION (GET / of the Admin API tells it)',
  }));
}

/** References of running entities to what was not listed: the listing is not whole. */
export function danglingSmells(items: readonly Item[], directory: Directory): Problem[] {
  const missing = new Map<string, Problem>();
  for (const item of items) {
    if (item.readBy !== 'running') continue;
    for (const [field, { type, reference }] of Object.entries(item.schema.record.fields)) {
      if (type !== 'foreign' || reference === undefined || missing.has(reference)) continue;
      const value = own(item.filled, field);
      if (value === null || value === undefined || isUnknown(value) || directory.find(reference, value)) continue;
      missing.set(reference, {
        code: 'config-partial-view',
        message: `a ${field} is referred to and not among the listings`,
        place: item.source.place(item.node, field),
        hint: `give the answer of GET /${reference} too, or ask the gateway itself: --config http://localhost:8001`,
      });
    }
  }
  return [...missing.values()];
}

/** decK refuses files of several workspaces or control planes (go-database-reconciler `pkg/file/readfile.go`). */
export function severalTargets(files: readonly ParsedFile[]): Problem | undefined {
  const targets = new Map<string, ParsedFile>();
  for (const file of files) {
    const konnect = own(file.root, '_konnect');
    const plane = isTable(konnect) ? own(konnect as Table, 'control_plane_name') : undefined;
    const name = own(file.root, '_workspace') ?? plane;
    if (typeof name === 'string' && file.form === 'deck') targets.set(name, file);
  }
  const [first, second] = [...targets];
  if (!first || !second) return undefined;
  return {
    code: 'config-several-targets',
    message: `the files are of different workspaces or control planes: ${[...targets.keys()].join(', ')}`,
    place: second[1].source.placeOf(0, [own(second[1].root, '_workspace') === undefined ? '_konnect' : '_workspace']),
    hint: 'decK takes files of one only: give those of one workspace',
  };
}
