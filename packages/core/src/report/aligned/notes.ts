import { widthOf } from '../safe/width.ts';
import type { ShownMark } from './layout.ts';

/**
 * Lines under the aligned values: carets, then the notes, the rightmost beside its carets, the
 * others below theirs. `room` is what a line may take, counted from the start of the values.
 */
export function noteLines(marks: readonly ShownMark[], room: number, bar: string): readonly string[] {
  if (marks.length === 0) return [];
  const carets = caretLine(marks);
  const pending = lastOfEach(marks);
  const last = pending.at(-1);
  const lines: string[] = [];
  if (last && carets.length + 1 + widthOf(last.note) <= room) {
    lines.push(`${carets} ${last.note}`);
    pending.pop();
  } else lines.push(carets);
  while (pending.length > 0) {
    const mark = pending.pop();
    if (mark) lines.push(noteBelow(mark, pending, room, bar));
  }
  return lines;
}

/** Marks that touch get another character each. */
function caretLine(marks: readonly ShownMark[]): string {
  let line = '';
  let caret = '^';
  for (const { at, width } of marks) {
    caret = line !== '' && line.length >= at && caret === '^' ? '~' : '^';
    line = line.padEnd(at);
    line += caret.repeat(Math.max(0, at + width - line.length));
  }
  return line;
}

/** Marks with the same note are one statement, made at the last of them. */
function lastOfEach(marks: readonly ShownMark[]): ShownMark[] {
  return marks.filter(({ note }, i) => !marks.slice(i + 1).some((later) => later.note === note));
}

function noteBelow(mark: ShownMark, left: readonly ShownMark[], room: number, bar: string): string {
  const start = Math.max(0, Math.min(mark.at, room - widthOf(mark.note)));
  const bars = left.filter(({ at }) => at < start).reduce((line, { at }) => `${line.padEnd(at)}${bar}`, '');
  return `${bars.padEnd(start)}${mark.note}`;
}
