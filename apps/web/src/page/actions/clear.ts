import { emptied } from '../state/index.ts';
import type { Context } from './context.ts';

/** Milliseconds without use after which everything is forgotten, as the server does. */
const IDLE = 15 * 60 * 1000;

/** Forgets everything, here and on the server. */
export async function clear(context: Context, words = 'Everything was forgotten'): Promise<void> {
  const { store, server, say } = context;
  store.set({ ...emptied(Date.now(), store.state.zone), revision: store.state.revision + 1 });
  say(words);
  const reply = await server.post<object>('/api/clear', {});
  if ('gone' in reply) store.set({ connection: reply.gone });
}

/** A token does not stay on a screen that nobody looks at. */
export function clearWhenIdle(context: Context): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const used = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { text, configuration, keys } = context.store.state;
      if (text !== '' || configuration !== null || keys !== null)
        void clear(context, 'Everything was forgotten after 15 minutes without use');
    }, IDLE);
  };
  for (const event of ['keydown', 'pointerdown', 'paste', 'drop'])
    window.addEventListener(event, used, { passive: true });
  used();
}
