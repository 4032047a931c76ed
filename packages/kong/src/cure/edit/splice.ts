/** A replacement in a file: `text` stands in the file afterwards, `shown` is what a person may see of it. */
export interface Splice {
  /** Character offsets in the text before, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly shown: string;
}

/** Applies replacements that do not overlap, in any order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of inOrder(splices)) {
    result += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return result + text.slice(at);
}

export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  return [...splices].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Offset of the end of the line that holds the character before `offset`, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  if (end > 0 && text[end - 1] === '\n') end -= 1;
  else {
    const next = text.indexOf('\n', end);
    end = next === -1 ? text.length : next;
  }
  return end > 0 && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Columns from 0. YAML forbids tabs in indentation, so characters are columns. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
