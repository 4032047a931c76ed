import type { Block, FrameLine } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { aligned } from './aligned.ts';
import { pre } from './pre.ts';
import { spans } from './spans.ts';
import { steps } from './steps.ts';
import { table } from './table.ts';

/** A block of a report. `label` names what can be scrolled. */
export function block(one: Block, label: string): Child[] {
  switch (one.kind) {
    case 'text':
      return one.lines.map((line) => make('p', {}, ...spans(line)));
    case 'verbatim':
      return [
        one.aside === undefined ? null : make('p', { class: 'aside' }, ...spans(one.aside)),
        pre(one.lines.map(spans), label),
      ];
    case 'aligned':
      return [aligned(one)];
    case 'frame':
      return [frame(one.file, one.lines)];
    case 'steps':
      return [steps(one.steps)];
    case 'table':
      return [table(one, label)];
    case 'code':
      return [
        pre(
          one.lines.map((line) => [line]),
          label,
        ),
      ];
  }
}

const TONES: Readonly<Record<FrameLine['sign'], string>> = { ' ': '', '-': 'removed', '+': 'added', '>': 'pointed' };

/** Lines of a file; the sign says what a colour only repeats. */
export function frame(file: string, lines: readonly FrameLine[]): HTMLElement {
  const digits = Math.max(...lines.map(({ number }) => String(number ?? '').length), 0);
  const rows = lines.map(({ sign, number, text }) =>
    make(
      'span',
      { class: `line ${TONES[sign]}`.trim() },
      make('span', { class: 'gutter' }, `${sign} ${String(number ?? '').padStart(digits)}  `),
      text,
    ),
  );
  const caption = file === '' ? null : make('figcaption', { class: 'dim' }, file);
  return make(
    'figure',
    { class: 'frame' },
    caption,
    pre(
      rows.map((row) => [row]),
      file === '' ? 'Lines' : file,
      'lines',
    ),
  );
}

/** A unified diff as it is copied: its first characters are the signs. */
export function diffLines(texts: readonly string[]): HTMLElement {
  const tone = (one: string): string => (/^(?:---|\+\+\+) /.test(one) ? '' : (TONES[one[0] as '+'] ?? ''));
  const rows = texts.map((one) => make('span', { class: `line ${tone(one)}`.trim() }, one));
  return pre(
    rows.map((row) => [row]),
    'Change',
    'lines',
  );
}
