import type { Place } from '@why401/core';

/** A line of a log, its end taken off, and where it stands. */
export interface Source {
  readonly text: string;
  readonly place: Place;
}

/** Lines that were given as a list, numbered from 1. */
export const sourcesOf = (lines: readonly string[], file?: string): readonly Source[] =>
  lines.map((text, index) => ({ text, place: { ...(file === undefined ? {} : { file }), line: index + 1 } }));

/**
 * The lines of a text with their offsets. Ends may be LF, CR LF or CR, mixed; a CR alone counts only in a text that
 * has no LF at all, since logs hold stray ones.
 */
export function splitLines(text: string, file?: string): readonly Source[] {
  const end = text.includes('\n') ? /\r*\n/g : /\r/g;
  const sources: Source[] = [];
  let from = 0;
  let line = 1;
  const add = (to: number): void => {
    if (to > from) sources.push({ text: text.slice(from, to), place: { ...named(file), line, from, to } });
  };
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    add(match.index);
    from = match.index + match[0].length;
    line++;
  }
  add(text.length);
  return sources;
}

const named = (file: string | undefined): Pick<Place, 'file'> => (file === undefined ? {} : { file });
