import { type Context, clear, nextTheme } from '../actions/index.ts';
import { button, make } from '../dom/index.ts';
import { follow } from '../state/index.ts';
import type { View } from '../views/view.ts';

/** Name, views, and the few things that belong to the whole page. */
export function top(context: Context, views: readonly View[], show: (id: string) => void): HTMLElement {
  const { store } = context;
  const tabs = follow(
    store,
    'nav',
    { class: 'views', attributes: { 'aria-label': 'Views' } },
    ({ view }) => [view],
    ([current]) => views.map((view) => tab(view, view.id === current, show)),
  );
  const theme = follow(
    store,
    'span',
    {},
    (state) => [state.theme],
    ([chosen]) => {
      const press = button('Theme', () => nextTheme(context), { id: 'theme', class: 'quiet' });
      press.append(make('span', { class: 'wide' }, `: ${chosen}`));
      return [press];
    },
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
  const forget = button('Clear', () => void clear(context), { id: 'clear', class: 'quiet' });
  return make(
    'header',
    { class: 'top' },
    make('h1', { class: 'brand' }, 'why', make('span', {}, '401')),
    tabs,
    make('div', { class: 'tools' }, theme, help, forget),
  );
}

function tab({ id, title, key }: View, isCurrent: boolean, show: (id: string) => void): HTMLElement {
  const current: Record<string, string> = isCurrent ? { 'aria-current': 'page' } : {};
  const press = button(title, () => show(id), {
    id: `view-${id}`,
    class: 'tab',
    attributes: { 'aria-keyshortcuts': key, ...current },
  });
  press.append(make('kbd', { attributes: { 'aria-hidden': 'true' } }, key));
  return press;
}
