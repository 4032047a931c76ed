import type { Problem } from '@why401/core';
import type { ConfigFile } from '@why401/kong/config';
import {
  type CredentialNames,
  compileFormat,
  type Exchange,
  type Log,
  type LogFormat,
  type Material,
  type ReadText,
  readText,
} from '../read/index.ts';
import type { Input } from '../report/index.ts';
import type { Given, GivenWhole, NeighbourHop } from './given.ts';

/** What was read whole, before any large log is searched. */
export interface ReadWhole {
  readonly exchanges: readonly Exchange[];
  readonly logs: readonly OwnedLog[];
  readonly configs: readonly ConfigFile[];
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

export interface OwnedLog {
  readonly name: string;
  readonly hop: NeighbourHop | undefined;
  readonly log: Log;
}

export interface ReadOptions {
  /** What this gateway takes for credentials, besides the usual. */
  readonly credentials?: CredentialNames;
  readonly formats: readonly LogFormat[];
}

/** Formats of nginx that can be read back; what is none is left out. */
export const formatsOf = (given: readonly string[]): readonly LogFormat[] =>
  given.flatMap((text) => compileFormat(text) ?? []);

export function readWhole(given: readonly Given[], options: ReadOptions): ReadWhole {
  const read = given.flatMap((one) => (one.kind === 'whole' ? [{ one, text: wholeText(one, options) }] : []));
  return {
    exchanges: read.flatMap(({ text }) => text.exchanges),
    logs: read.flatMap(({ one, text: { log } }) => (log === null ? [] : [{ name: one.name, hop: one.hop, log }])),
    configs: read.flatMap(({ one, text: { config } }) => (config === null ? [] : [{ name: one.name, text: config }])),
    inputs: read.map(({ one, text }) => ({ name: one.name, taken: takenFor(text) })),
    problems: read.flatMap(({ text }) => text.problems),
  };
}

const wholeText = ({ text, name, hop }: GivenWhole, options: ReadOptions): ReadText =>
  readText(text, name, { ...options, owner: hop === undefined ? undefined : 'lb' });

function takenFor({ kind, log, exchanges }: ReadText): string {
  const parts = [
    ...(exchanges.length > 0 ? [`${exchanges.length} exchange${exchanges.length === 1 ? '' : 's'}`] : []),
    ...(log === null ? [] : logParts(log)),
  ];
  return parts.length === 0 ? kind : parts.join(', ');
}

function logParts({ errors, accesses, entries, lines }: Log): readonly string[] {
  const named = [
    [errors.length, 'lines of error.log'],
    [accesses.length, 'lines of access.log'],
    [entries.length, 'log entries'],
    [lines.length, 'lines of a load balancer'],
  ] as const;
  return named.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
}

/** A kind of log counts as given where a line of it was read, or a whole file was Kong's and empty of others. */
export function materialOf(exchanges: readonly Exchange[], logs: readonly OwnedLog[]): Material {
  const kongs = logs.filter(({ log }) => log.owner === 'kong').map(({ log }) => log);
  const given = <T>(lists: readonly (readonly T[])[]): readonly T[] | null =>
    lists.some((list) => list.length > 0) ? lists.flat() : null;
  return {
    exchanges,
    errors: given(kongs.map(({ errors }) => errors)),
    accesses: given(kongs.map(({ accesses }) => accesses)),
    entries: given(kongs.map(({ entries }) => entries)),
    balancers: logs.flatMap(({ name, hop, log }) =>
      log.owner === 'lb' ? [{ file: name, hop, lines: log.lines }] : [],
    ),
  };
}
