import type { AlignedBlock } from '../aligned/columns.ts';
import { layOut, type Run } from '../aligned/layout.ts';
import { noteLines } from '../aligned/notes.ts';
import type { Block, Line, Span, StepLine } from '../model.ts';
import { sanitise } from '../safe/sanitise.ts';
import { widthOf } from '../safe/width.ts';
import { groupSteps, type StepGroup } from '../silent.ts';
import { html } from './escape.ts';

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.lines.map((line) => `<p>${lineHtml(line)}</p>`).join('\n');
    case 'verbatim':
      return `${block.aside ? `<p class="dim">${lineHtml(block.aside)}</p>\n` : ''}${pre(block.lines.map(lineHtml))}`;
    case 'aligned':
      return alignedHtml(block);
    case 'frame':
      return frameHtml(block);
    case 'steps':
      return `<ol class="steps">\n${groupSteps(block.steps).map(stepHtml).join('\n')}\n</ol>`;
    case 'table':
      return tableHtml(block);
    case 'code':
      return pre(block.lines.map(html));
  }
}

const pre = (lines: readonly string[]): string => `<pre tabindex="0">${lines.join('\n')}</pre>`;

const lineHtml = (line: Line): string => line.map(spanHtml).join('');

function spanHtml({ text, tone = 'plain' }: Span): string {
  if (tone === 'plain') return html(text);
  if (tone === 'value' || tone === 'code') return `<code>${html(text)}</code>`;
  return tone === 'mark' ? `<mark>${html(text)}</mark>` : `<span class="${tone}">${html(text)}</span>`;
}

function alignedHtml(block: AlignedBlock): string {
  const shown = layOut(block, Number.POSITIVE_INFINITY, { safe: sanitise, dots: '…', filler: '·' });
  const labels = block.rows.map(({ source, name }) => sanitise(`${source} ${name}`));
  const margin = Math.max(...labels.map(widthOf), 0) + 2;
  const widths = shown.rows.map((runs) => runs.reduce((sum, { text }) => sum + widthOf(text), 0));
  const rows = shown.rows.map((runs, at) => {
    const place = block.rows[at]?.place;
    const gap = ' '.repeat(Math.max(...widths) - (widths[at] ?? 0) + 4);
    const label = labels[at] ?? '';
    return `<span class="dim">${html(label)}</span>${' '.repeat(margin - widthOf(label))}${runs.map(runHtml).join('')}${place === undefined ? '' : `${gap}<span class="dim">${html(place)}</span>`}`;
  });
  const marks = shown.marks.map((one) => ({ ...one, note: sanitise(one.note) }));
  const notes = noteLines(marks, Number.POSITIVE_INFINITY, '│').map(
    (text) => `${' '.repeat(margin)}<span class="bad">${html(text)}</span>`,
  );
  return pre([...rows, ...notes]);
}

function runHtml({ text, kind }: Run): string {
  if (kind === 'marked') return `<mark>${html(text)}</mark>`;
  return kind === 'filler' ? `<span class="dim" aria-hidden="true">${html(text)}</span>` : html(text);
}

function frameHtml({ file, lines }: Extract<Block, { kind: 'frame' }>): string {
  const digits = Math.max(...lines.map(({ number }) => String(number ?? '').length), 0);
  const tone = { ' ': 'dim', '-': 'bad', '+': 'good', '>': 'strong' } as const;
  const rows = lines.map(
    ({ sign, number, text }) =>
      `<span class="${tone[sign]}">${html(`${sign} ${String(number ?? '').padStart(digits)}  ${text}`)}</span>`,
  );
  return `${file === '' ? '' : `<p class="dim">${html(file)}</p>\n`}${pre(rows)}`;
}

const OUTCOMES: Readonly<Record<StepLine['outcome'], readonly [tone: string, words: string]>> = {
  pass: ['good', '✓ ok'],
  fail: ['bad', '✗ no'],
  unknown: ['warn', '? unknown'],
  'not-applicable': ['dim', '– not applicable'],
  'not-reached': ['dim', '– not reached'],
};

function stepHtml(group: StepGroup): string {
  if ('notReached' in group)
    return `<li><span class="outcome dim">${OUTCOMES['not-reached'][1]}</span> <span class="dim">${html(group.notReached.join(', '))}</span></li>`;
  const { outcome, name, detail, basis } = group.step;
  const [tone, words] = OUTCOMES[outcome];
  const reference = basis === undefined ? '' : ` <span class="dim">${html(basis)}</span>`;
  return `<li><span class="outcome ${tone}">${words}</span> <span class="strong">${html(name)}</span> ${lineHtml(detail)}${reference}</li>`;
}

function tableHtml({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const titles = head.some((text) => text !== '')
    ? `<thead><tr>${head.map((text) => `<th scope="col">${html(text)}</th>`).join('')}</tr></thead>\n`
    : '';
  const body = rows.map((row) => `<tr>${row.map((line) => `<td>${lineHtml(line)}</td>`).join('')}</tr>`).join('\n');
  return `<div class="scroll"><table>\n${titles}<tbody>\n${body}\n</tbody></table></div>`;
}
