import type { Asked } from '../join/index.ts';
import type { Source } from '../text/index.ts';
import { type LineScanner, scanLines, textOf } from './lines.ts';
import { createMatcher } from './matcher.ts';

/**
 * Octets of lines that are kept, a budget for each kind: those with its id, those of its connection, which may
 * carry thousands of other requests, and those that stand near it in time or share its path.
 */
const MOST_OF_ID = 4 * 1024 * 1024;
const MOST_OF_CONNECTION = 2 * 1024 * 1024;
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
  readonly id: readonly string[];
  readonly connection: readonly string[];
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
    id: requestId === null ? [] : [requestId],
    connection: link,
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
export function collectLines({ id, connection, near }: Needles, file?: string): Collector {
  const named = [...id, ...connection];
  const kinds = [
    { matcher: createMatcher(id), most: MOST_OF_ID, size: 0 },
    { matcher: createMatcher(connection), most: MOST_OF_CONNECTION, size: 0 },
  ];
  const beside = { most: named.length > 0 ? MOST_BESIDE_ID : MOST_NEAR, size: 0 };
  const kept: Source[] = [];
  let letGo = 0;
  const line = (bytes: Uint8Array, from: number, to: number, at: number): void => {
    const kind = kinds.find(({ matcher }) => matcher.find(bytes, from, to) >= 0) ?? beside;
    if (kind.size + (to - from) > kind.most) letGo++;
    else {
      const text = textOf(bytes, from, Math.min(to, from + LONGEST));
      kind.size += text.length;
      kept.push({ text, place: { ...(file === undefined ? {} : { file }), from: at, to: at + text.length } });
    }
  };
  const scanner = scanLines([...named, ...near], { line });
  return {
    ...scanner,
    collected: () => ({ lines: kept, letGo }),
  };
}
