import type { Line, Span } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';

/** A line of a report as inline elements. */
export const spans = (line: Line): Child[] => line.map(span);

function span({ text, tone = 'plain' }: Span): Child {
  if (tone === 'plain') return text;
  if (tone === 'value' || tone === 'code') return make('code', { class: tone }, text);
  if (tone === 'mark') return make('mark', {}, text);
  return make(tone === 'strong' ? 'strong' : 'span', { class: tone }, text);
}

export const plain = (line: Line | undefined): string => (line ?? []).map(({ text }) => text).join('');
