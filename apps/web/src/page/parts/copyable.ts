import type { Block, Section } from '@why401/core/report';
import { type Child, copyButton, make } from '../dom/index.ts';
import { block, pre } from '../print/index.ts';

/** Lines that are meant to be carried elsewhere, with a button that copies them. */
export function copyable(lines: readonly string[], label: string, say: (words: string) => void, id?: string) {
  return make(
    'div',
    { class: 'copyable' },
    pre(
      lines.map((line) => [line]),
      label,
    ),
    copyButton('Copy', () => lines.join('\n'), say, {
      ...(id !== undefined && { id }),
      class: 'quiet small',
      attributes: { 'aria-label': `Copy: ${label}`, ...(id === 'copy-cure' && { 'aria-keyshortcuts': 'c' }) },
    }),
  );
}

/** A section whose code can be copied; what stands before it names it. `first` is the id of the first button. */
export function copyableSection({ title, blocks }: Section, say: (words: string) => void, first: string): HTMLElement {
  let id: string | undefined = first;
  let named = title;
  const show = (one: Block): Child[] => {
    if (one.kind !== 'code') {
      const [line] = one.kind === 'text' ? one.lines : [];
      named = line?.map(({ text }) => text).join('') ?? named;
      return block(one, title);
    }
    const shown = copyable(one.lines, named.replace(/[:.]$/, ''), say, id);
    id = undefined;
    return [shown];
  };
  return make('section', { class: 'part' }, make('h2', {}, title), ...blocks.flatMap(show));
}
