import type { Block, Report, Section } from '../model.ts';
import { widthOf } from '../safe/width.ts';
import { alignedRows } from './aligned.ts';
import { blanks, cell, exactRow, type Row, rowOf, rowWidth, safeText, type TextOptions } from './cells.ts';
import { frameRows } from './frame.ts';
import { paint } from './paint.ts';
import { stepRows } from './steps.ts';
import { tableRows } from './table.ts';
import { wrap } from './wrap.ts';

/** `Path` and three spaces: where the text begins. */
const MARGIN = 7;
const ASIDE_AT = 40;
const ASIDE_GAP = 3;

/** Prints a report for a terminal or a pipe; ends with a line feed. */
export function toText(report: Report, options: TextOptions): string {
  const titles = report.sections.map(({ title }) => safeText(title, 'plain', options));
  const margin = Math.max(MARGIN, ...titles.map((title) => widthOf(title) + 2));
  const rows = report.sections.flatMap((section, at) => {
    const gap: readonly Row[] = at === 0 || continues(report.sections[at - 1], section) ? [] : [[]];
    return [...gap, ...sectionRows(section, titles[at] ?? '', margin, options)];
  });
  return paint(rows, options.color);
}

/** The false trail and the command to check follow the cure or the outlook as one paragraph. */
function continues(previous: Section | undefined, { id }: Section): boolean {
  return (id === 'not' || id === 'check') && previous?.id !== 'why' && previous?.blocks.at(-1)?.kind === 'text';
}

function sectionRows(section: Section, title: string, margin: number, options: TextOptions): readonly Row[] {
  if (title === '') return section.blocks.flatMap((block, at) => spaced(blockRows(block, options), section.blocks, at));
  const inner = { ...options, width: options.width - margin };
  const rows = section.blocks.flatMap((block, at) => spaced(blockRows(block, inner), section.blocks, at));
  const head: Row = [cell(title, 'strong'), blanks(margin - widthOf(title))];
  return (rows.length === 0 ? [[]] : rows).map((row, at) =>
    at === 0 ? [...head, ...row] : row.length === 0 ? row : [blanks(margin), ...row],
  );
}

const APART: ReadonlySet<Block['kind']> = new Set(['aligned', 'table']);

/** Aligned strings and tables stand apart from what is around them. */
function spaced(rows: readonly Row[], blocks: readonly Block[], at: number): readonly Row[] {
  const [before, block] = [blocks[at - 1], blocks[at]];
  if (!before || !block) return rows;
  return APART.has(before.kind) || APART.has(block.kind) ? [[], ...rows] : rows;
}

function blockRows(block: Block, options: TextOptions): readonly Row[] {
  switch (block.kind) {
    case 'text':
      return block.lines.flatMap((line) => wrap(rowOf(line, options), options.width));
    case 'verbatim':
      return verbatimRows(block, options);
    case 'aligned':
      return alignedRows(block, options);
    case 'frame':
      return frameRows(block, options);
    case 'steps':
      return stepRows(block.steps, options);
    case 'table':
      return tableRows(block, options);
    case 'code':
      return block.lines.map((text) => exactRow(text, codeTone(block.language, text), options));
  }
}

function codeTone(language: string, text: string): 'good' | 'bad' | 'code' {
  if (language !== 'diff') return 'code';
  return text.startsWith('+') ? 'good' : text.startsWith('-') ? 'bad' : 'code';
}

function verbatimRows(block: Extract<Block, { kind: 'verbatim' }>, options: TextOptions): readonly Row[] {
  const [first = [], ...more] = block.lines.map((line) =>
    line.flatMap(({ text, tone = 'plain' }) => exactRow(text, tone, options)),
  );
  if (!block.aside) return [first, ...more];
  const aside = rowOf(block.aside, options);
  const spare = options.width - rowWidth(first) - rowWidth(aside);
  const gap = Math.min(Math.max(ASIDE_AT - rowWidth(first), ASIDE_GAP), spare);
  return gap >= ASIDE_GAP
    ? [[...first, blanks(gap), ...aside], ...more]
    : [first, ...more, ...wrap(aside, options.width)];
}
