import type { Hunk, HunkLine } from '../model.ts';
import { inOrder, lineEnd, lineStart, type Splice } from './splice.ts';

/** A stretch of a file that nobody may read, and what stands in its place. */
export interface Mask {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** Lines of context before and after a change. */
const CONTEXT = 1;

/** The changed lines of one file with their neighbours; secrets are replaced on every line. */
export function hunksOf(file: string, text: string, splices: readonly Splice[], masks: readonly Mask[]): Hunk[] {
  const hunks: Hunk[] = [];
  let shift = 0;
  for (const group of grouped(text, splices)) {
    const from = lineStart(text, group[0]?.from ?? 0);
    const to = lineEnd(text, Math.max(from, ...group.map((splice) => splice.to)));
    const before = linesOf(text, from, to, masks);
    const after = changed(text, from, to, group, masks);
    const start = lineNumber(text, from);
    hunks.push({ file, lines: withContext(text, trimmed(before, after, start, shift), masks) });
    shift += after.length - before.length;
  }
  return hunks;
}

/** Replacements whose lines touch belong together. */
function grouped(text: string, splices: readonly Splice[]): Splice[][] {
  const groups: Splice[][] = [];
  let end = -1;
  for (const splice of inOrder(splices)) {
    const last = groups.at(-1);
    if (last !== undefined && lineStart(text, splice.from) <= end + 1) last.push(splice);
    else groups.push([splice]);
    end = Math.max(end, lineEnd(text, splice.to));
  }
  return groups;
}

function trimmed(before: readonly string[], after: readonly string[], start: number, shift: number): HunkLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  return [
    ...before.slice(0, head).map((line, i): HunkLine => ({ sign: ' ', number: start + i, text: line })),
    ...old.map((line, i): HunkLine => ({ sign: '-', number: start + head + i, text: line })),
    ...fresh.map((line, i): HunkLine => ({ sign: '+', number: start + head + i + shift, text: line })),
    ...before
      .slice(before.length - tail)
      .map((line, i): HunkLine => ({ sign: ' ', number: start + before.length - tail + i, text: line })),
  ];
}

function withContext(text: string, lines: readonly HunkLine[], masks: readonly Mask[]): HunkLine[] {
  const first = lines.findIndex((line) => line.sign !== ' ');
  const last = lines.findLastIndex((line) => line.sign !== ' ');
  const kept = lines.slice(Math.max(0, first - CONTEXT), last + 1 + CONTEXT);
  const top = kept.find((line) => line.sign !== '+')?.number;
  const bottom = kept.findLast((line) => line.sign !== '+')?.number;
  const result = [...kept];
  if (kept[0]?.sign !== ' ' && top !== undefined) result.unshift(...context(text, top - 1, masks));
  if (kept.at(-1)?.sign !== ' ' && bottom !== undefined) result.push(...context(text, bottom + 1, masks));
  return result;
}

function context(text: string, number: number, masks: readonly Mask[]): HunkLine[] {
  const from = offsetOfLine(text, number);
  if (from === undefined) return [];
  const shown = linesOf(text, from, lineEndAt(text, from), masks).join('');
  return shown.trim() === '' ? [] : [{ sign: ' ', number, text: shown }];
}

function lineEndAt(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  const end = next === -1 ? text.length : next;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

function changed(text: string, from: number, to: number, group: readonly Splice[], masks: readonly Mask[]): string[] {
  let result = '';
  let at = from;
  for (const splice of group) {
    result += linesOf(text, at, splice.from, masks).join('\n') + splice.shown;
    at = splice.to;
  }
  result += linesOf(text, at, Math.max(at, to), masks).join('\n');
  return result === '' ? [] : result.split(/\r?\n/);
}

/** The lines between two offsets, masked. */
function linesOf(text: string, from: number, to: number, masks: readonly Mask[]): string[] {
  const lines: string[] = [];
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    lines.push(masked(line, at, masks).replace(/\r$/, ''));
    at += line.length + 1;
  }
  return lines;
}

function masked(line: string, at: number, masks: readonly Mask[]): string {
  let result = '';
  let done = 0;
  for (const mask of masks) {
    const from = Math.max(mask.from - at, done);
    const to = Math.min(mask.to - at, line.length);
    if (to <= from) continue;
    const indent = mask.from < at ? (/^\s*/.exec(line)?.[0] ?? '') : '';
    result += line.slice(done, from) + indent + mask.shown;
    done = to;
  }
  return result + line.slice(done);
}

function lineNumber(text: string, offset: number): number {
  let number = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) number++;
  return number;
}

function offsetOfLine(text: string, number: number): number | undefined {
  if (number < 1) return undefined;
  let at = 0;
  for (let line = 1; line < number; line++) {
    const next = text.indexOf('\n', at);
    if (next === -1) return undefined;
    at = next + 1;
  }
  return at < text.length ? at : undefined;
}
