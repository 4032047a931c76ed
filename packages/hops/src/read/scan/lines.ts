import { createMatcher } from './matcher.ts';

export interface LineListener {
  /** A line in which something was found: its octets in a piece, and its offset in the file. */
  line(bytes: Uint8Array, from: number, to: number, at: number): void;
  /** The octets of that piece are about to change. */
  pieceEnds?(): void;
}

export interface LineScanner {
  /** A piece of the file, of any size. It may be used again afterwards. */
  push(chunk: Uint8Array): void;
  end(): void;
}

const LF = 10;
/** A longer line is no log's: what comes after is looked at as a line of its own. */
const LONGEST_LINE = 1 << 20;

/** Finds the lines that hold one of the literals. What it keeps does not grow with the file. */
export function scanLines(literals: readonly string[], listener: LineListener): LineScanner {
  const matcher = createMatcher(literals);
  let rest = new Uint8Array(0);
  let base = 0;

  const look = (bytes: Uint8Array, start: number, end: number): void => {
    for (let at = start; at < end; ) {
      const found = matcher.find(bytes, at, end);
      if (found < 0) break;
      const from = bytes.lastIndexOf(LF, found) + 1;
      const next = bytes.indexOf(LF, found);
      const to = next < 0 || next > end ? end : next;
      listener.line(bytes, Math.max(from, start), to, base + Math.max(from, start) - start);
      at = to + 1;
    }
    listener.pieceEnds?.();
    base += end - start;
  };

  return {
    push(chunk) {
      let start = 0;
      if (rest.length > 0) {
        // Only the line that goes over the edge is copied.
        const first = chunk.indexOf(LF) + 1;
        const isWhole = first > 0 || rest.length + chunk.length > LONGEST_LINE;
        start = first > 0 ? first : chunk.length;
        rest = joined(rest, chunk.subarray(0, start));
        if (!isWhole) return;
        look(rest, 0, rest.length);
        rest = new Uint8Array(0);
      }
      const last = chunk.lastIndexOf(LF) + 1;
      const end = Math.max(last, start);
      if (end > start) look(chunk, start, end);
      rest = chunk.slice(end);
    },
    end() {
      look(rest, 0, rest.length);
      rest = new Uint8Array(0);
    },
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

const AT_ONCE = 8192;

/** A line as text, one character for each octet; nginx logs what came, which need not be UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + AT_ONCE, to)));
  return text.replace(/\r+$/, '');
}
