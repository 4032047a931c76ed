import type { Problem, Read } from '@why401/core';
import type { KongVersion } from './index.ts';
import { SWITCHES, type Switches, type SwitchName, type SwitchRow } from './switches-table.ts';

/** One gateway release and everything that hangs on it. */
export interface Release {
  /** As it was asked for: `3.9`, `3.9.1`, `3.4.3.1`, `HEAD`. */
  readonly text: string;
  readonly version: KongVersion;
  /** True from 3.10 on: only documents are known of it, no source and no recording. */
  readonly assumed: boolean;
  readonly switches: Switches;
}

const MINORS: readonly KongVersion[] = [
  '2.8',
  '3.0',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '3.6',
  '3.7',
  '3.8',
  '3.9',
  '3.10',
  '3.11',
  '3.12',
  '3.13',
  '3.14',
  '3.15',
];

/** Version whose behaviour is used where none was asked for: 3.9.1 as recorded. */
export const defaultVersion: KongVersion = '3.9';

/** Without a patch number a release is the one that was recorded; one that was not is the last of its patches. */
const RECORDED_PATCH: Readonly<Record<string, number>> = { '2.8': 5, '3.4': 2, '3.9': 1 };
const LAST_PATCH = 9999;

const known = new Map<string, Read<Release>>();

/** `2.8`, `3.9.1`, `3.4.3.1` (four numbers: Enterprise) or `HEAD`. A release out of range is a problem, never a guess. */
export function readRelease(text: string): Read<Release> {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = parse(text);
  if (read.ok && known.size < 256) known.set(text, read);
  return read;
}

/** What people must know of a verdict on a release that nobody could read or record; undefined for any other. */
export const assumedNote = ({ assumed, text }: Release): string | undefined =>
  assumed
    ? `Kong ${text} is closed source: judged as 3.9 with what its documents say changed. Every verdict on it is assumed, none recorded.`
    : undefined;

function parse(text: string): Read<Release> {
  const head = text.toUpperCase() === 'HEAD';
  const given = head ? [3, 10, 0] : numbersOf(text);
  const numbers = given?.length === 2 ? [...given, RECORDED_PATCH[given.join('.')] ?? LAST_PATCH] : given;
  const minor = MINORS.find((one) => one === `${numbers?.[0]}.${numbers?.[1]}`);
  if (numbers === undefined || minor === undefined) return { ok: false, problem: unknownVersion(text) };
  const names = Object.keys(SWITCHES) as SwitchName[];
  const switches = Object.fromEntries(names.map((name) => [name, holds(SWITCHES[name], numbers, head)])) as Switches;
  const version = head ? 'HEAD' : minor;
  return { ok: true, value: { text, version, assumed: !head && compare(numbers, [3, 10]) >= 0, switches } };
}

function holds(row: SwitchRow, numbers: readonly number[], head: boolean): boolean {
  if (head) return row.head === true || compare(numbers, numbersOf(row.since) ?? []) >= 0;
  if (compare(numbers, numbersOf(row.since) ?? []) >= 0) return true;
  if (numbers.length < 4) return false;
  return (row.enterprise ?? []).some(
    ([from, to]) => compare(numbers, numbersOf(from) ?? []) >= 0 && compare(numbers, numbersOf(to) ?? []) <= 0,
  );
}

function numbersOf(text: string): readonly number[] | undefined {
  const digits = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(text);
  return digits?.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

/** A missing number counts as 0. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 4; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const unknownVersion = (text: string): Problem => ({
  code: 'kong-version-unknown',
  message: `Kong ${text} is not known here`,
  hint: `known are ${MINORS.join(', ')} and HEAD, with or without their patch numbers`,
});
