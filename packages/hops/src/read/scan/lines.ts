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
  const rest = createRest();
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

  const endLine = (): void => {
    look(rest.bytes(), 0, rest.length());
    rest.clear();
  };

  return {
    push(chunk) {
      let start = 0;
      if (rest.length() > 0) {
        // Only the line that goes over the edge is copied.
        const first = chunk.indexOf(LF) + 1;
        start = first > 0 ? first : chunk.length;
        rest.add(chunk.subarray(0, start));
        if (first === 0 && rest.length() <= LONGEST_LINE) return;
        endLine();
      }
      const end = Math.max(chunk.lastIndexOf(LF) + 1, start);
      if (end > start) look(chunk, start, end);
      rest.add(chunk.subarray(end));
    },
    end: endLine,
  };
}

interface Rest {
  bytes(): Uint8Array;
  length(): number;
  add(more: Uint8Array): void;
  clear(): void;
}

/** The beginning of a line whose end has not come yet; its memory is used again. */
function createRest(): Rest {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  return {
    bytes: () => bytes,
    length: () => length,
    add(more) {
      if (length + more.length > bytes.length) {
        const larger = new Uint8Array(2 * (length + more.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(more, length);
      length += more.length;
    },
    clear() {
      length = 0;
    },
  };
}

const AT_ONCE = 8192;

/** A line as text, one character for each octet; nginx logs what came, which need not be UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + AT_ONCE, to)));
  return text.replace(/\r+$/, '');
}
