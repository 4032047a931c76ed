import { type Context, clear, nextTheme } from '../actions/index.ts';
import { button, make } from '../dom/index.ts';
import { follow } from '../state/index.ts';
import type { View } from '../views/view.ts';

const THEMES = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' } as const;

/** Name, views, and the few things that belong to the whole page. */
export function top(context: Context, views: readonly View[], show: (id: string) => void): HTMLElement {
  const { store } = context;
  const tabs = follow(
    store,
    'nav',
    { class: 'views', attributes: { 'aria-label': 'Views' } },
    ({ view }) => [view],
    ([view]) =>
      views
        .map(({ id, key }) =>
          button('', () => show(id), {
            id: `view-${id}`,
            class: 'tab',
            attributes: { 'aria-keyshortcuts': key, ...(view === id ? { 'aria-current': 'page' } : {}) },
          }),
        )
        .map((tab, at) => {
          tab.append(
            views[at]?.title ?? '',
            make('kbd', { attributes: { 'aria-hidden': 'true' } }, views[at]?.key ?? ''),
          );
          return tab;
        }),
  );
  const theme = follow(
    store,
    'span',
    {},
    (state) => [state.theme],
    ([chosen]) => [button(THEMES[chosen], () => nextTheme(context), { id: 'theme', class: 'quiet' })],
  );
  const help = follow(
    store,
    'span',
    {},
    (state) => [state.help],
    ([open]) => [
      button('Help', () => store.set({ help: !open }), {
        id: 'help-button',
        class: 'quiet',
        attributes: { 'aria-expanded': String(open), 'aria-controls': 'help' },
      }),
    ],
  );
  return make(
    'header',
    { class: 'top' },
    make('h1', { class: 'brand' }, 'why', make('span', {}, '401')),
    tabs,
    make(
      'div',
      { class: 'tools' },
      theme,
      help,
      button('Clear', () => void clear(context), { id: 'clear', class: 'quiet' }),
    ),
  );
}
