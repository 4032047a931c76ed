import { lineStart } from './splice.ts';

/** Offsets of entities of one kind, ascending. */
export type Offsets = readonly number[];

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is left to read, and the same with the lines where they are. */
export interface Window {
  readonly parsed: string;
  readonly shown: string;
}

/**
 * The text with these spans blanked, less those that hold a wanted offset: every other character keeps its offset and
 * its line, and opening the file costs no more than what is left of it.
 */
export function windowOn(text: string, spans: readonly Span[], wanted: readonly number[]): Window {
  let [parsed, shown] = ['', ''];
  let at = 0;
  for (const { from, to } of together(spans.filter((span) => !wanted.some((one) => holds(span, one))))) {
    const before = text.slice(at, from);
    const gone = text.slice(from, to);
    const line = gone.lastIndexOf('\n');
    // An empty line costs as much as a full one; the last one keeps the next item apart from the dash before.
    parsed += before + (line < 0 ? blank(gone) : `${blank(gone.slice(0, line))}\n${blank(gone.slice(line + 1))}`);
    shown += before + gone.replace(/[^\r\n]+/g, blank);
    at = to;
  }
  return { parsed: parsed + text.slice(at), shown: shown + text.slice(at) };
}

export const holds = ({ from, to }: Span, at: number): boolean => at >= from && at < to;

/** One span for those that touch or overlap. */
function together(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let [from, to] = [-1, -1];
  for (const span of spans) {
    if (span.from > to) {
      if (to > from) out.push({ from, to });
      from = span.from;
    }
    to = Math.max(to, span.to);
  }
  if (to > from) out.push({ from, to });
  return out;
}

/** What may be blanked, in the order of the text. The last item of each list always stays. */
export function spansIn(text: string, kinds: readonly Offsets[]): readonly Span[] {
  // An anchor may stand in one item and be used in another.
  if (/[\s[{,][&*][\w-]/.test(text)) return [];
  return kinds.flatMap((offsets) => spansOf(text, offsets)).sort((a, b) => a.from - b.from);
}

const blank = (text: string): string => ' '.repeat(text.length);

/** From one item to the next, where both stand in one list. */
function spansOf(text: string, offsets: Offsets): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) {
    const span = { from: offsets[i] ?? 0, to: offsets[i + 1] ?? 0 };
    if (text[span.from] === '{' ? isFlowItem(text, span) : isBlockItem(text, span)) spans.push(span);
  }
  return spans;
}

/** One bracketed value, and a comma. */
function isFlowItem(text: string, { from, to }: Span): boolean {
  let depth = 0;
  let at = from;
  for (; at < to; at++) {
    const byte = text[at];
    if (byte === '"') at = endOfString(text, at);
    else if (byte === '{' || byte === '[') depth++;
    else if ((byte === '}' || byte === ']') && --depth === 0) break;
  }
  return depth === 0 && /^\s*,\s*$/.test(text.slice(at + 1, to));
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Lines that all stand deeper than the dash, and the dash of the next item. */
function isBlockItem(text: string, { from, to }: Span): boolean {
  const column = from - lineStart(text, from);
  const dash = text.slice(lineStart(text, to), to);
  if (!/^ *- +$/.test(dash) || dash.length !== column) return false;
  const lines = text.slice(from, lineStart(text, to)).split('\n').slice(1);
  return lines.every((line) => line.trim() === '' || line.length - line.trimStart().length >= column);
}
