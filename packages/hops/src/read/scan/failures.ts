import type { Source } from '../text/index.ts';
import { type LineScanner, scanLines, textOf } from './lines.ts';
import { createRecent } from './recent.ts';
import { SIGNATURES } from './signatures-table.ts';

/** Requests that are told apart at the same time. */
const MOST_REQUESTS = 10_000;
/** Lines from which the newest failure is chosen: clocks and buffers put lines a little out of order. */
const NEWEST = 64;
const LONGEST = 64 * 1024;

export interface Failures {
  /** Lines that tell of a failure, the last ones of the file. */
  readonly newest: readonly Source[];
  /** Requests that failed, as far as they were told apart. */
  readonly requests: number;
  /** Requests that had to be let go, since more than 10,000 were open. */
  readonly letGo: number;
}

export interface FailureScanner extends LineScanner {
  failures(): Failures;
}

/** A line; until the piece ends its octets are where they were found. */
interface Slot {
  found: Uint8Array | undefined;
  from: number;
  to: number;
  at: number;
  /** The octets once they were copied; the memory is used again. */
  kept: Uint8Array;
  length: number;
}

const newSlot = (): Slot => ({ found: undefined, from: 0, to: 0, at: 0, kept: new Uint8Array(0), length: 0 });

/** Looks for lines that tell of failures, and remembers the newest. */
export function scanFailures(file?: string, signatures: readonly string[] = SIGNATURES): FailureScanner {
  const ring = Array.from({ length: NEWEST }, newSlot);
  const recent = createRecent(MOST_REQUESTS);
  let count = 0;
  let requests = 0;
  const note = (key: number | undefined): void => {
    if (key === undefined || recent.add(key)) requests++;
  };
  const scanner = scanLines(signatures, {
    line(bytes, from, to, at) {
      note(requestKey(bytes, from, to));
      const slot = ring[count++ % NEWEST] as Slot;
      slot.found = bytes;
      slot.from = from;
      slot.to = Math.min(to, from + LONGEST);
      slot.at = at;
    },
    pieceEnds() {
      for (const slot of ring) if (slot.found !== undefined) keep(slot, slot.found);
    },
  });
  return {
    ...scanner,
    failures: () => ({ newest: inOrder(ring, count, file), requests, letGo: recent.forgotten() }),
  };
}

function keep(slot: Slot, found: Uint8Array): void {
  slot.length = slot.to - slot.from;
  if (slot.length > slot.kept.length) slot.kept = new Uint8Array(2 * slot.length);
  slot.kept.set(found.subarray(slot.from, slot.to));
  slot.found = undefined;
}

function inOrder(ring: readonly Slot[], count: number, file: string | undefined): readonly Source[] {
  const first = count > NEWEST ? count % NEWEST : 0;
  const ordered = [...ring.slice(first), ...ring.slice(0, first)].slice(0, Math.min(count, NEWEST));
  return ordered.map(({ kept, length, at }) => {
    const text = textOf(kept, 0, length);
    return { text, place: { ...(file === undefined ? {} : { file }), from: at, to: at + text.length } };
  });
}

const QUOTE = 0x22;
const STAR = 0x2a;
const DIGITS = 13;
/** The connection stands behind time, level and process. */
const HEAD = 64;

/**
 * A number that requests hardly share: the first 13 digits of the id at the line's end, else the connection; undefined
 * where the line has neither, as an entry in JSON has its id anywhere.
 */
function requestKey(bytes: Uint8Array, from: number, to: number): number | undefined {
  let end = to;
  while (end > from && (bytes[end - 1] as number) <= 0x20) end--;
  if (bytes[end - 1] === QUOTE && bytes[end - 34] === QUOTE) return hexAt(bytes, end - 33);
  let star = from;
  while (star < to && star < from + HEAD && bytes[star] !== STAR) star++;
  if (bytes[star] !== STAR) return undefined;
  let connection = 0;
  for (let i = star + 1; i < to; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    connection = connection * 10 + digit;
  }
  return connection;
}

function hexAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; at < from + DIGITS; at++) {
    const code = bytes[at] as number;
    value = value * 16 + (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57);
  }
  return value;
}
