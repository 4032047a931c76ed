import type { Asked } from '../join/index.ts';
import type { Source } from '../text/index.ts';
import { type LineScanner, scanLines, textOf } from './lines.ts';
import { createMatcher } from './matcher.ts';

/** Octets of lines that are kept: those that name the request, and those that stand near it in time or share its path. */
const MOST_NAMED = 4 * 1024 * 1024;
const MOST_NEAR = 1024 * 1024;
/** Where the id is known, lines without it are few: timers, and lines that end early. */
const MOST_BESIDE_ID = 256 * 1024;
const LONGEST = 256 * 1024;

export interface Collected {
  readonly lines: readonly Source[];
  /** Lines that did not fit. */
  readonly letGo: number;
}

export interface Collector extends LineScanner {
  collected(): Collected;
}

/** What a line of the request is known by. */
export interface Needles {
  /** Its id, its connection. */
  readonly named: readonly string[];
  /** Its path, the seconds in which it ran. */
  readonly near: readonly string[];
}

/** A longer request is looked for in its first and its last seconds only. */
const MOST_SECONDS = 20;
const SECOND = 1000;

/** `:48:02` for each second: the same in every zone and every spelling of a time. */
export function needlesOf(asked: Asked, paths: readonly string[] = []): Needles {
  const { requestId, connection, from, to } = asked;
  const link = connection === null ? [] : [`: *${connection.split('*')[1]} `];
  const plain = [asked.target, ...paths].flatMap((path) => path?.split('?')[0] ?? []);
  return {
    named: [...(requestId === null ? [] : [requestId]), ...link],
    near: [...plain.filter(({ length }) => length > 3), ...(from === null ? [] : seconds(from, to ?? from))],
  };
}

function seconds(from: number, to: number): readonly string[] {
  const first = Math.floor(from / SECOND) - 1;
  const last = Math.floor(to / SECOND) + 1;
  const all = Array.from({ length: Math.min(last - first + 1, 3600) }, (_, index) => first + index);
  const some = all.length <= MOST_SECONDS ? all : [...all.slice(0, MOST_SECONDS / 2), ...all.slice(-MOST_SECONDS / 2)];
  return some.map((second) => `:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Collects the lines that can belong to the request; which of them do is decided when they are joined. */
export function collectLines({ named, near }: Needles, file?: string): Collector {
  const lists: { kept: Source[]; size: number }[] = [
    { kept: [], size: 0 },
    { kept: [], size: 0 },
  ];
  const names = createMatcher(named);
  const mostNear = named.length > 0 ? MOST_BESIDE_ID : MOST_NEAR;
  let letGo = 0;
  const line = (bytes: Uint8Array, from: number, to: number, at: number): void => {
    const isNamed = names.find(bytes, from, to) >= 0;
    const list = lists[isNamed ? 0 : 1] as { kept: Source[]; size: number };
    const most = isNamed ? MOST_NAMED : mostNear;
    if (list.size + (to - from) > most) letGo++;
    else {
      const text = textOf(bytes, from, Math.min(to, from + LONGEST));
      list.size += text.length;
      list.kept.push({ text, place: { ...(file === undefined ? {} : { file }), from: at, to: at + text.length } });
    }
  };
  const scanner = scanLines([...named, ...near], { line });
  return {
    ...scanner,
    collected: () => ({
      lines: lists.flatMap(({ kept }) => kept).sort((a, b) => (a.place.from ?? 0) - (b.place.from ?? 0)),
      letGo,
    }),
  };
}
