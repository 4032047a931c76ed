import { emptied } from '../state/index.ts';
import type { Context } from './context.ts';
import { stopAsking } from './issuer.ts';

/** Milliseconds without use after which everything is forgotten, as the server does. */
const IDLE = 15 * 60 * 1000;

/** Forgets everything, here and on the server. */
export async function clear(context: Context, words = 'Everything was forgotten'): Promise<void> {
  const { store, server, say } = context;
  stopAsking();
  store.set({ ...emptied(Date.now(), store.state.zone), revision: store.state.revision + 1 });
  say(words);
  const reply = await server.post<object>('/api/clear', {});
  if ('gone' in reply) store.set({ connection: reply.gone });
}

/** Milliseconds between two signs to the server that the page is in use. */
const SIGN = 60_000;

/** A token does not stay on a screen that nobody looks at; the server forgets with the page, and not before it. */
export function clearWhenIdle(context: Context): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let signed = Date.now();
  const used = () => {
    if (Date.now() - signed >= SIGN && context.store.state.connection === 'connected') {
      signed = Date.now();
      void context.server.post('/api/alive', {});
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { text, configuration, keys, issuer, hops } = context.store.state;
      const isUsed = text !== '' || hops.files.length > 0 || issuer.from !== null;
      if (isUsed || configuration !== null || keys !== null)
        void clear(context, 'Everything was forgotten after 15 minutes without use');
    }, IDLE);
  };
  for (const event of ['keydown', 'pointerdown', 'paste', 'drop'])
    window.addEventListener(event, used, { passive: true });
  used();
}
