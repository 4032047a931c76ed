import { type Child, lineFeed, make } from '../dom/index.ts';

/** Preformatted lines. Long ones scroll inside, so it takes the focus; what it is called is for who cannot see it. */
export function pre(lines: readonly (readonly Child[])[], label: string, classes = ''): HTMLElement {
  const children = lines.flatMap((line, at) => (at === 0 ? line : [lineFeed(), ...line]));
  const attributes = { tabindex: '0', role: 'group', 'aria-label': label };
  return make('pre', { class: classes, attributes }, ...children);
}
