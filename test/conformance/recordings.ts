import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGateway } from '@why401/kong/config';
import {
  compareObserved,
  createReplayer,
  type Difference,
  type LoadedConfig,
  type ReplayCase,
  readCase,
} from '@why401/kong/replay';
import { createCrypto } from '@why401/node/crypto';

const FOLDER = join(import.meta.dirname, 'vectors');
const ports = { crypto: createCrypto() };

export interface Differing {
  readonly id: string;
  readonly note: string;
  readonly differences: readonly Difference[];
}

export interface Replay {
  readonly cases: number;
  readonly identical: number;
  /** Of the identical: only because we say ourselves that the gateway picks the order at random. */
  readonly byOrder: number;
  /** Of those that are not: said to be undetermined. */
  readonly undetermined: number;
  /** The first few that are not. */
  readonly differing: readonly Differing[];
}

const orderFree = JSON.parse(readFileSync(join(FOLDER, 'order-free.json'), 'utf8')) as Readonly<Record<string, string>>;

const replayer = createReplayer({
  ports,
  loadConfig(path, options): LoadedConfig {
    const files = [{ name: path, text: readFileSync(join(FOLDER, path), 'utf8') }];
    const loaded = loadGateway(files, options, ports);
    return loaded.ok ? { kind: 'gateway', gateway: loaded.gateway } : { kind: 'refused', problems: loaded.problems };
  },
});

/** Replays a file of recordings. `logs`: the error log is compared as well. */
export function replayRecordings(file: string, logs: boolean): Replay {
  const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n').filter(Boolean);
  let byOrder = 0;
  const differing = lines.flatMap((line) => {
    const one = caseOf(line);
    const differences = differencesOf(one, logs);
    if (differences.length === 0 && !isExact(one)) byOrder++;
    return differences.length === 0 ? [] : [{ id: one.id, note: one.note, differences }];
  });
  const undetermined = differing.filter(({ differences }) => differences.some(isUndetermined)).length;
  const identical = lines.length - differing.length;
  return { cases: lines.length, identical, byOrder, undetermined, differing: differing.slice(0, 5) };
}

const isUndetermined = ({ field, output }: Difference): boolean => field === 'status' && output === '(none)';

type Recorded = ReplayCase & { readonly note: string };

function caseOf(line: string): Recorded {
  const read = readCase(line);
  if (!read.ok) throw new Error(`${read.bad.id ?? 'a line'}: ${read.bad.error}`);
  return read.value as Recorded;
}

const GROUPS = 'x-consumer-groups';

/** Identical to someone who knows the given list of free orders, and not what our own output calls random. */
function isExact(one: Recorded): boolean {
  const replayed = replayer.replay(one);
  if ('error' in replayed || one.observed === undefined) return false;
  const { random: _, ...output } = replayed.output;
  const groups = ({ upstream }: Pick<typeof output, 'upstream'>) =>
    upstream?.headers.find(([name]) => name === GROUPS)?.[1];
  if (groups(output) !== groups(one.observed)) return false;
  return compareObserved(output, one.observed, { ...ports, orderFree: Object.hasOwn(orderFree, one.id) }).length === 0;
}

function differencesOf(one: Recorded, logs: boolean): readonly Difference[] {
  const replayed = replayer.replay(one);
  if ('error' in replayed) return [{ field: 'line', observed: 'a case', output: replayed.error }];
  const { output, judgement } = replayed;
  const { observed } = one;
  if (observed === undefined) throw new Error(`${one.id}: nothing was observed`);
  const differences = compareObserved(output, observed, { ...ports, orderFree: Object.hasOwn(orderFree, one.id) });
  if (!logs) return differences;
  const [seen, said] = [observed.log ?? [], judgement?.log ?? []].map((log) => log.join('\n'));
  return seen === said ? differences : [...differences, { field: 'log', observed: seen ?? '', output: said ?? '' }];
}
