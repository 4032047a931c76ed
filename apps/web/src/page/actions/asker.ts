import type { Answer } from '../state/index.ts';
import type { Context } from './context.ts';
import { type Question, questionFor, type Slot } from './questions.ts';

const SLOTS: readonly Slot[] = ['explained', 'verified', 'timed', 'issued', 'listed', 'routed', 'rejected', 'climbed'];
/** Milliseconds after the last key before the server is asked. */
const PAUSE = 150;
/** Milliseconds after a verdict, while somebody types, before its cures are asked for as well. */
const THINKING = 400;
/** Milliseconds after which a person notices that they wait. */
const NOTICED = 100;

/** Asks the server whenever what is on the page is another question, and drops what it is no longer asked. */
export function keepAsking(context: Context): void {
  const { store } = context;
  const askers = SLOTS.map((slot) => createAsker(context, slot));
  store.watch(
    document.documentElement,
    (state) =>
      [
        state.reading,
        state.choice,
        state.reply,
        state.gateway,
        state.now,
        state.at,
        state.view,
        state.timelineOpen,
        state.zone,
        state.revision,
        state.connection,
        state.issuer,
        state.routing,
        state.hops,
      ] as const,
    () => {
      for (const ask of askers) ask();
    },
  );
}

function createAsker(context: Context, slot: Slot): () => void {
  const { store } = context;
  let current = '';
  let control = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  return () => {
    const { state } = store;
    const question = state.connection === 'connected' ? questionFor(slot, state) : undefined;
    const key = question === undefined ? '' : JSON.stringify([question, state.revision]);
    if (key === current) return;
    current = key;
    control.abort();
    clearTimeout(timer);
    if (question === undefined) return store.set({ [slot]: null, waiting: false });
    control = new AbortController();
    const { signal } = control;
    const begin = () => void (signal.aborted || put(question, key, signal));
    // Before the next frame is drawn, but after all that this very event changes.
    if (state.typing) timer = setTimeout(begin, PAUSE);
    else queueMicrotask(begin);
  };

  async function put({ path, body, files }: Question, question: string, signal: AbortSignal): Promise<void> {
    const notice = setTimeout(() => store.set({ waiting: true }), NOTICED);
    try {
      // The verdict first: proving cures costs most of the time.
      if (slot === 'explained') {
        await ask({ path, body: { ...body, cures: 'later' } }, question, signal, true);
        if (store.state.typing) await new Promise((resolve) => setTimeout(resolve, THINKING));
      }
      if (!signal.aborted && current !== '')
        await ask({ path, body, ...(files && { files }) }, question, signal, false);
    } catch {
      // Only an abort ends here: another question has taken its place.
    } finally {
      clearTimeout(notice);
    }
  }

  async function ask({ path, body, files }: Question, question: string, signal: AbortSignal, partial: boolean) {
    const { server } = context;
    const asking =
      files === undefined ? server.post<never>(path, body, signal) : server.stream<never>(path, body, files, signal);
    const reply = await asking;
    if (signal.aborted) return;
    if ('gone' in reply) {
      current = '';
      store.set({ connection: reply.gone, [slot]: null, waiting: false });
    } else {
      const answer: Answer<never> = reply.ok
        ? { state: 'answered', question, answer: reply.value, partial }
        : { state: 'problems', question, problems: reply.problems };
      store.set({ [slot]: answer, waiting: false });
    }
  }
}
