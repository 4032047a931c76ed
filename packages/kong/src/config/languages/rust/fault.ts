/** A range of a pattern in characters. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A fault as `regex-syntax` finds it; `beside` is a second place that it shows. */
export class RustFault {
  readonly message: string;
  readonly at: Range;
  readonly beside: Range | undefined;

  constructor(message: string, at: Range, beside?: Range) {
    this.message = message;
    this.at = at;
    this.beside = beside;
  }
}

const DIVIDER = '~'.repeat(79);

/** The text of `regex::Error` (`regex-syntax/src/error.rs`). */
export function shownFault(pattern: readonly string[], { message, at, beside }: RustFault): string {
  const ranges = beside === undefined ? [at] : [at, beside];
  const lines = pattern.join('').split('\n');
  if (lines.length === 1) return `regex parse error:\n${notated(lines, pattern, ranges, '    ')}error: ${message}`;
  // `str::lines` does not count an empty last line.
  if (lines.at(-1) === '') lines.pop();
  const notes = ranges.filter((range) => isLong(pattern, range)).map((range) => `${longNote(pattern, range)}\n`);
  const notation = notated(lines, pattern, ranges, undefined);
  return `regex parse error:\n${DIVIDER}\n${notation}${DIVIDER}\n${notes.join('')}error: ${message}`;
}

function notated(
  lines: readonly string[],
  pattern: readonly string[],
  ranges: readonly Range[],
  margin: string | undefined,
): string {
  const width = String(lines.length).length;
  const places = ranges
    .filter((range) => !isLong(pattern, range))
    .map(({ from, to }) => ({ ...placeOf(pattern, from), length: Math.max(1, to - from) }));
  return lines
    .map((line, i) => {
      const head = margin ?? `${String(i + 1).padStart(width)}: `;
      const own = places.filter((place) => place.line === i).sort((a, b) => a.column - b.column);
      const text = `${head}${line}\n`;
      return own.length === 0 ? text : `${text}${' '.repeat(head.length)}${marks(own)}\n`;
    })
    .join('');
}

/** A range over the end of a line has no marks of its own. */
const isLong = (pattern: readonly string[], { from, to }: Range): boolean => pattern.slice(from, to).includes('\n');

function longNote(pattern: readonly string[], { from, to }: Range): string {
  const [start, end] = [placeOf(pattern, from), placeOf(pattern, to)];
  return `on line ${start.line + 1} (column ${start.column + 1}) through line ${end.line + 1} (column ${end.column})`;
}

function marks(places: readonly { readonly column: number; readonly length: number }[]): string {
  return places.reduce((out, { column, length }) => `${out.padEnd(column)}${'^'.repeat(length)}`, '');
}

function placeOf(pattern: readonly string[], at: number): { line: number; column: number } {
  const before = pattern.slice(0, at);
  return { line: before.filter((character) => character === '\n').length, column: at - before.lastIndexOf('\n') - 1 };
}
