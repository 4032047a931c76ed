import type { Problem } from '@why401/core';
import {
  type Asked,
  classify,
  collectLines,
  join,
  type Log,
  type Material,
  type Needles,
  needlesOf,
  ownerOf,
  readLog,
  scanFailures,
  signaturesFor,
  splitLines,
} from '../read/index.ts';
import type { GivenLog } from './given.ts';
import { materialOf, type OwnedLog, type ReadOptions, type ReadWhole } from './material.ts';

export interface Searched {
  readonly logs: readonly OwnedLog[];
  readonly asked: Asked | null;
  readonly problems: readonly Problem[];
}

/** Finds the request that is asked about in logs of any size, then its lines. Twice through each file, a piece at a time. */
export function searchLogs(
  large: readonly GivenLog[],
  whole: ReadWhole,
  requestId: string | null,
  options: ReadOptions,
): Searched {
  const problems: Problem[] = [];
  const known = materialOf(whole.exchanges, whole.logs);
  const id = requestId ?? join(known, { requestId }).asked?.requestId ?? null;
  const located = large.flatMap((file) => locate(file, id, options, problems));
  const asked = join(merged(whole, located), { requestId }).asked;
  if (asked === null) return { logs: located, asked, problems };
  const paths = join(merged(whole, located), { requestId, asked }).record;
  const logs = large.flatMap((file) => {
    const isKongs = logOptions(file, options).owner === 'kong';
    // Kong's lines bear the id; a balancer's are known by path and time.
    const known = isKongs && asked.requestId !== null ? { ...asked, target: null } : asked;
    const needles = needlesOf(known, known.target === null ? [] : pathsOf(paths));
    return collect(file, isKongs ? needles : { id: [], connection: [], near: needles.near }, options, problems);
  });
  return { logs, asked, problems };
}

const merged = ({ exchanges, logs }: ReadWhole, located: readonly OwnedLog[]): Material =>
  materialOf(exchanges, [...logs, ...located]);

const pathsOf = ({ entry, errorLines }: ReturnType<typeof join>['record']): readonly string[] => [
  ...(entry?.upstreamUri ? [entry.upstreamUri] : []),
  ...(errorLines ?? []).flatMap(({ upstream }) => /^\w+:\/\/[^/]*(\/.*)$/s.exec(upstream ?? '')?.[1] ?? []),
];

/** Lines with the id that is asked for, else those of the newest failures. */
function locate(file: GivenLog, id: string | null, options: ReadOptions, problems: Problem[]): readonly OwnedLog[] {
  if (id !== null) return collect(file, { id: [id], connection: [], near: [] }, options, problems);
  const scanner = scanFailures(file.name, signaturesFor(kindsOf(file.head)));
  file.each((piece) => scanner.push(piece));
  scanner.end();
  const { newest, letGo } = scanner.failures();
  if (letGo > 0)
    problems.push({
      code: 'requests-let-go',
      message: `more than 10,000 requests failed in this log; ${letGo} were let go, and the newest was taken`,
      place: { file: file.name },
      hint: 'Name another with --request-id.',
    });
  return [owned(file, readLog(newest, logOptions(file, options)))];
}

function collect(file: GivenLog, needles: Needles, options: ReadOptions, problems: Problem[]): readonly OwnedLog[] {
  const collector = collectLines(needles, file.name);
  file.each((piece) => collector.push(piece));
  collector.end();
  const { lines, letGo } = collector.collected();
  if (letGo > 0)
    problems.push({
      code: 'lines-let-go',
      message: `${letGo} lines of the same path or second did not fit into the window`,
      place: { file: file.name },
      hint: 'Lines that bear the request’s id were all kept; without an id some may be missing.',
    });
  return [owned(file, readLog(lines, logOptions(file, options)))];
}

const owned = ({ name, hop }: GivenLog, log: Log): OwnedLog => ({ name, hop, log });

const logOptions = ({ head, hop }: GivenLog, options: ReadOptions) =>
  ({ ...options, owner: hop === undefined ? ownerOf(splitLines(head)) : 'lb' }) as const;

const LOOKED_AT = 400;

const kindsOf = (head: string) =>
  new Set(
    splitLines(head)
      .slice(0, LOOKED_AT)
      .map(({ text }) => classify(text)),
  );
