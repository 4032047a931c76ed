import { type Context, setShortcuts } from '../actions/index.ts';
import { make } from '../dom/index.ts';
import { follow } from '../state/index.ts';
import type { View } from '../views/view.ts';

/** Beside the page, never in front of it. */
export function help(context: Context, views: readonly View[]): HTMLElement {
  const { store } = context;
  const panel = follow(
    store,
    'section',
    { id: 'help', class: 'help card', attributes: { 'aria-label': 'Help' } },
    ({ help: open, shortcuts }) => [open, shortcuts] as const,
    ([open, shortcuts]) => (open ? [keys(views, switchOf(context, shortcuts)), keptWords()] : []),
  );
  store.watch(
    panel,
    (state) => [state.help],
    ([open]) => {
      panel.hidden = !open;
    },
  );
  return panel;
}

function keys(views: readonly View[], offSwitch: HTMLElement): HTMLElement {
  const rows: readonly (readonly [string, string])[] = [
    ['/', 'to the box; Esc leaves it'],
    ...views.map(({ key, title }) => [key, title] as const),
    ['c', 'copy the cure'],
    ['t', 'theme: system, light, dark'],
    ['?', 'this help'],
  ];
  const list = rows.flatMap(([key, words]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, words)]);
  return make('div', {}, make('h2', {}, 'Keys'), make('dl', { class: 'keys' }, ...list), offSwitch);
}

const keptWords = (): HTMLElement =>
  make(
    'div',
    {},
    make('h2', {}, 'What is kept, and where'),
    make(
      'p',
      {},
      'Tokens are decoded in this page. For verdicts, what you paste and load goes to the why401 server on this machine, and no further; it keeps it in memory until Clear, or 15 minutes without use. An issuer is asked when you press the button with its URL, by that server, and never otherwise.',
    ),
    make(
      'p',
      {},
      'A reload forgets everything. The browser keeps the theme, the time zone and the switch of the keys, nothing else.',
    ),
  );

function switchOf(context: Context, shortcuts: boolean): HTMLElement {
  const box = make('input', {
    id: 'shortcuts',
    attributes: { type: 'checkbox' },
    on: { change: () => setShortcuts(context, box.checked) },
  });
  box.checked = shortcuts;
  return make(
    'p',
    {},
    box,
    make('label', { attributes: { for: 'shortcuts' } }, ' Single keys act outside of text fields'),
  );
}
