import type { ErrorLine } from '../../record/index.ts';
import type { Source } from '../text/index.ts';
import { beginsErrorLine, readErrorLine } from './read.ts';

/** Lines of one entry; more (a Lua dump) are dropped. */
const MOST_LINES = 200;

export interface ErrorLines {
  readonly lines: readonly ErrorLine[];
  /** Lines before the first entry. */
  readonly strange: readonly Source[];
}

/** Entries of an error.log given line by line; what does not begin as an entry goes on with the one before. */
export function readErrorLines(sources: readonly Source[]): ErrorLines {
  const groups: Source[][] = [];
  const strange: Source[] = [];
  for (const source of sources) {
    const last = groups.at(-1);
    if (beginsErrorLine(source.text)) groups.push([source]);
    else if (last === undefined) strange.push(source);
    else if (last.length < MOST_LINES) last.push(source);
  }
  const lines = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const line = readErrorLine(group.map(({ text }) => text).join('\n'), first.place);
    if (line === null) strange.push(...group);
    return line === null ? [] : [line];
  });
  return { lines, strange };
}
