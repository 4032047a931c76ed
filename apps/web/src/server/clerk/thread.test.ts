import { afterEach, describe, expect, it } from 'vitest';
import { createMemory } from '../memory.ts';
import { type Clerk, createThreadClerk } from './index.ts';

/** Works for as many milliseconds as the body says, and answers with the number of its thread. */
const ENTRY = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ body }) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(body));
      parentPort.postMessage({ kind: 'answered', body: String(threadId) });
    });
  `)}`,
);

describe('a thread that judges', () => {
  let clerk: Clerk;
  const begin = () => {
    const memory = createMemory(60_000, () => {});
    clerk = createThreadClerk(() => memory, ENTRY);
  };
  afterEach(() => clerk.close());

  /** A task of so many milliseconds. */
  const work = (ms: number, gone: AbortSignal = new AbortController().signal) => clerk.run('explain', String(ms), gone);
  const threadOf = async (work: ReturnType<Clerk['run']>) => {
    const done = await work;
    return done.kind === 'answered' ? done.body : done.kind;
  };

  it('ends work within a second after the one who asked went away, whatever was loaded', async () => {
    begin();
    await work(1500);
    const control = new AbortController();
    const long = work(20_000, control.signal);
    const began = performance.now();
    control.abort();
    expect((await long).kind).toBe('gone');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each<[string, number, 'the same' | 'another']>([
    ['is not ended for a question in its place, where loading took longer than the work does', 900, 'the same'],
    ['is ended for it, where loading took less', 1, 'another'],
  ])('%s', async (_, loading, wanted) => {
    begin();
    const first = await threadOf(work(loading));
    const control = new AbortController();
    const replaced = work(800, control.signal);
    const next = work(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    control.abort();
    await replaced;
    expect((await threadOf(next)) === first ? 'the same' : 'another').toBe(wanted);
  });

  it('goes on loading for the next one, however long that takes', async () => {
    begin();
    const control = new AbortController();
    const loading = work(1300, control.signal);
    const next = work(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    control.abort();
    expect(await threadOf(next)).toBe(await threadOf(loading));
  });

  it('does nothing for one who went away before the turn came', async () => {
    begin();
    const control = new AbortController();
    const first = work(50);
    const second = work(20_000, control.signal);
    control.abort();
    await first;
    expect((await second).kind).toBe('gone');
  });
});
