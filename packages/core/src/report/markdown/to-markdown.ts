import type { Block, Line, Report, Section, Span } from '../model.ts';
import { groupSteps, type StepGroup } from '../silent.ts';
import { alignedRows } from '../text/aligned.ts';
import type { Row, TextOptions } from '../text/cells.ts';
import { frameRows } from '../text/frame.ts';
import { STEP_SYMBOLS } from '../text/symbols.ts';
import { atLineStart, codeSpan, fenced, inTable, markdown } from './escape.ts';

const WIDE: TextOptions = { width: Number.POSITIVE_INFINITY, color: false, unicode: true };

/** A report as GitHub-flavoured Markdown; ends with a line feed. */
export function toMarkdown(report: Report): string {
  return `# ${markdown(report.title)}\n\n${report.sections.map(sectionMarkdown).join('\n')}`;
}

function sectionMarkdown({ title, blocks }: Section): string {
  const heading = title === '' ? '' : `## ${markdown(title)}\n\n`;
  return heading + blocks.map((block) => `${blockMarkdown(block)}\n`).join('\n');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.lines);
    case 'verbatim':
      return `${block.aside ? `${lineMarkdown(block.aside)}\n\n` : ''}${fenced('', block.lines.map(plain))}`;
    case 'aligned':
      return fenced('', alignedRows(block, WIDE).map(rowText));
    case 'frame':
      return fenced('diff', frameRows(block, WIDE).map(rowText));
    case 'steps':
      return groupSteps(block.steps).map(stepMarkdown).join('\n');
    case 'table':
      return tableMarkdown(block);
    case 'code':
      return fenced(block.language, block.lines);
  }
}

/** Lines of a paragraph end with a hard break, an empty line ends the paragraph. */
function paragraphs(lines: readonly Line[]): string {
  const texts = lines.map((line) => atLineStart(lineMarkdown(line)));
  return texts.reduce((out, text, at) => {
    if (at === 0) return text;
    return `${out}${text === '' || texts[at - 1] === '' ? '\n' : '\\\n'}${text}`;
  }, '');
}

function stepMarkdown(group: StepGroup): string {
  if ('notReached' in group)
    return `- ${STEP_SYMBOLS['not-reached'].unicode} ${markdown(group.notReached.join(', '))}: not reached`;
  const { outcome, name, detail, basis } = group.step;
  const words = [STEP_SYMBOLS[outcome].unicode, `**${markdown(name)}**`, lineMarkdown(detail)];
  if (outcome === 'not-reached') words.push('(not reached)');
  if (basis !== undefined) words.push(codeSpan(basis));
  return `- ${words.filter((word) => word !== '').join(' ')}`;
}

const plain = (line: Line): string => line.map(({ text }) => text).join('');
const rowText = (row: Row): string =>
  row
    .map(({ text }) => text)
    .join('')
    .trimEnd();
const lineMarkdown = (line: Line): string => line.map(spanMarkdown).join('');

function spanMarkdown({ text, tone = 'plain' }: Span): string {
  if (tone === 'value' || tone === 'code' || tone === 'mark') return codeSpan(text);
  return tone === 'strong' && text.trim() === text && text !== '' ? `**${markdown(text)}**` : markdown(text);
}

function tableMarkdown({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length), 1);
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => inTable(cells[at] ?? '')).join(' | ')} |`;
  return [
    line(head.map(markdown)),
    line(Array.from({ length: columns }, () => '---')),
    ...rows.map((row) => line(row.map(lineMarkdown))),
  ].join('\n');
}
