import { isSeq, type YAMLMap } from 'yaml';
import type { ConfigValue } from '../model.ts';
import { isWritten, leafEnd, type OpenFile, pairOf, rangeOf } from './document.ts';
import { ownLine, setField, splice, styleOf } from './field.ts';
import { renderValue } from './render.ts';
import { columnOf, lineEnd, type Splice } from './splice.ts';

/** The replacement that adds an item to a list of a map; the list is made where it is not there. */
export function addItem(file: OpenFile, map: YAMLMap, list: string, item: ConfigValue): Splice | undefined {
  const pair = pairOf(map, list);
  const seq = pair?.value;
  const range = rangeOf(seq);
  if (!isSeq(seq) || range === undefined || !isWritten(seq) || seq.items.length === 0) {
    return setField(file, map, [list], [item]);
  }
  if (seq.flow) {
    const last = rangeOf(seq.items.at(-1));
    if (last === undefined) return undefined;
    const value = renderValue(item, 0, { ...styleOf(file, seq), flow: true });
    const separator = ownLine(file.text, last[0]);
    const inner = (text: string) => `,${separator}${text}`;
    return splice(file, last[1], last[1], { text: inner(value.text), shown: inner(value.shown) });
  }
  const column = columnOf(file.text, range[0]);
  const value = renderValue(item, column, styleOf(file, seq));
  const end = lineEnd(file.text, leafEnd(seq));
  const inner = (text: string) => `\n${' '.repeat(column)}- ${text.trimStart()}`;
  return splice(file, end, end, { text: inner(value.text), shown: inner(value.shown) });
}
