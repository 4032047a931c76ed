import type { Cursor } from './cursor.ts';
import type { Gap } from './gap.ts';
import { YamlFault } from './token.ts';

const COLON = 0x3a;
const HASH = 0x23;
const QUESTION = 0x3f;

/**
 * Reads a plain scalar from the cursor on. `indent` is the column that a further line must reach
 * outside flow collections. When the scalar went over a line end, `gap.broken` is left set: a key may follow.
 */
export function scanPlain(cursor: Cursor, gap: Gap, inFlow: boolean, indent: number): string {
  const start = cursor.at;
  let text = '';
  gap.clear();
  for (;;) {
    if (cursor.isDocumentMark() || cursor.code() === HASH) return text;
    const from = cursor.at;
    skipWord(cursor, inFlow, start);
    if (cursor.at > from) {
      const word = cursor.text.slice(from, cursor.at);
      text = from === start ? word : text + gap.take() + word;
    }
    if (!cursor.isGap() || cursor.isEnd()) return text;
    gap.read(cursor, indent);
    if (!inFlow && cursor.column < indent) return text;
  }
}

function skipWord(cursor: Cursor, inFlow: boolean, start: number): void {
  while (!cursor.isGap()) {
    const code = cursor.code();
    if (code === COLON) {
      if (inFlow && (isFlowIndicator(cursor.code(1)) || cursor.code(1) === QUESTION))
        throw new YamlFault('yaml-syntax', "inside [ ] or { } a ':' must be followed by a space", start);
      if (cursor.isGap(1)) return;
    } else if (inFlow && isFlowIndicator(code)) return;
    cursor.at++;
  }
}

function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}
