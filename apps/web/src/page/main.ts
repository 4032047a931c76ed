import './app.css';
import { type Context, clearWhenIdle, keepAsking, loadExamples, reconnect } from './actions/index.ts';
import { make, openForPrint } from './dom/index.ts';
import { keyboard } from './keyboard.ts';
import { box, takeDrops } from './parts/box.ts';
import { connection } from './parts/connection.ts';
import { found } from './parts/found.ts';
import { given } from './parts/given.ts';
import { help } from './parts/help.ts';
import { live, sayVerdicts } from './parts/live.ts';
import { top } from './parts/top.ts';
import { router, show } from './router.ts';
import { createServer, takeSecret } from './server/index.ts';
import { createStore, initialState } from './state/index.ts';
import { VIEWS } from './views/index.ts';

const secret = takeSecret();
const store = createStore(initialState(Date.now(), secret !== ''));
const heard = live();
const context: Context = { store, server: createServer(secret), say: heard.say };

store.watch(
  document.documentElement,
  ({ theme }) => [theme],
  ([theme]) => document.documentElement.setAttribute('data-theme', theme),
);
document.body.replaceChildren(
  top(context, VIEWS, (id) => show(context, id)),
  connection(context),
  make(
    'main',
    {},
    make(
      'section',
      { class: 'input', attributes: { 'aria-label': 'Input' } },
      box(context),
      make('div', { class: 'known' }, found(context), ...given(context)),
    ),
    help(context, VIEWS),
    router(context, VIEWS),
  ),
  heard.element,
);
document.getElementById('box')?.focus();

sayVerdicts(store, heard.element, heard.say);
keyboard(context, VIEWS);
takeDrops(context);
openForPrint();
clearWhenIdle(context);
keepAsking(context);
reconnect(context);
void loadExamples(context);
