import type { Context } from './context.ts';

const FIRST = 1000;
const LONGEST = 10_000;

/** While nobody answers, asks now and then whether somebody does again. */
export function reconnect({ store, server }: Context): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const knock = async (wait: number) => {
    const reply = await server.post<object>('/api/alive', {});
    if (store.state.connection !== 'lost') return;
    if (reply.ok) store.set({ connection: 'connected', revision: store.state.revision + 1 });
    else if ('gone' in reply && reply.gone === 'stranger') store.set({ connection: 'stranger' });
    else timer = setTimeout(() => void knock(Math.min(wait * 2, LONGEST)), wait);
  };
  store.watch(
    document.documentElement,
    ({ connection }) => [connection],
    ([connection]) => {
      clearTimeout(timer);
      if (connection === 'lost') timer = setTimeout(() => void knock(FIRST * 2), FIRST);
    },
  );
}
