import type { Block, Line } from '@why401/core/report';
import { make } from '../dom/index.ts';
import { spans } from './spans.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Wide tables scroll inside their own box; on a narrow page each row becomes a block with the heads beside it. */
export function table({ head, rows }: Table, label: string): HTMLElement {
  const titles = head.some((title) => title !== '') ? make('thead', {}, make('tr', {}, ...head.map(headOf))) : null;
  const body = make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map((line, at) => cell(line, head[at])))));
  const attributes = { tabindex: '0', role: 'group', 'aria-label': label };
  return make('div', { class: 'scroll', attributes }, make('table', {}, titles, body));
}

const headOf = (title: string): HTMLElement =>
  title === '' ? make('td') : make('th', { attributes: { scope: 'col' } }, title);

const cell = (line: Line, title = '') =>
  make('td', title === '' ? {} : { attributes: { 'data-head': title } }, ...spans(line));
