import { Worker } from 'node:worker_threads';
import type { Order, Outcome, TaskName } from '../desk/index.ts';
import { LIMITS } from '../limits.ts';
import type { Memory } from '../memory.ts';
import type { Clerk, Done } from './index.ts';
import { createPatience, type Patience } from './patience.ts';

/**
 * The desk in a thread of its own: a large configuration does not keep others waiting for an answer, and what
 * nobody waits for any more is ended with its thread. The next task then starts another one.
 * @param entry file of `desk/worker.ts`
 */
export function createThreadClerk(memory: () => Memory, entry: string | URL): Clerk {
  let worker: Worker | undefined;
  let held = -1;
  let queue: Promise<unknown> = Promise.resolve();
  const patience = createPatience();

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    held = -1;
    await ended?.terminate();
  };
  const ready = (): Worker => {
    if (worker !== undefined) return worker;
    const started = new Worker(entry, { stdin: false, stdout: false, stderr: true });
    started.unref();
    // A thread that falls over is replaced; `once` sees that its task failed.
    started
      .on('error', () => {})
      .on('exit', () => {
        if (worker === started) void end();
      });
    worker = started;
    return started;
  };
  const once = async (task: TaskName, body: string, gone: AbortSignal, bytes?: Uint8Array): Promise<Done> => {
    if (gone.aborted) return { kind: 'gone' };
    const { generation, files } = memory();
    const isCold = held !== generation;
    const order: Order = { task, body, ...(bytes && { bytes }), ...(isCold && { files: files() }) };
    const at = ready();
    held = generation;
    const began = performance.now();
    if (isCold) patience.loading();
    const done = await outcomeOf(at, order, gone, patience);
    if (isCold && done.kind === 'answered') patience.loaded(performance.now() - began);
    if (done.kind === 'gone' || done.kind === 'too-long') await end();
    return done;
  };
  return {
    run: (task, body, gone, bytes) => {
      const begin = patience.wait(gone);
      const turn = queue.then(() => {
        begin();
        return once(task, body, gone, bytes);
      });
      queue = turn.catch(() => {});
      return turn;
    },
    clear: () => void end(),
    warm: () => void ready(),
    close: end,
  };
}

function outcomeOf(worker: Worker, order: Order, gone: AbortSignal, patience: Patience): Promise<Done> {
  return new Promise((resolve) => {
    const timers = [setTimeout(() => finish({ kind: 'too-long' }), LIMITS.taskMs)];
    const finish = (done: Done): void => {
      for (const timer of timers) clearTimeout(timer);
      worker.off('message', finish).off('exit', fail);
      gone.removeEventListener('abort', giveUp);
      resolve(done);
    };
    const fail = (): void => finish({ kind: 'failed' });
    const giveUp = (): void => {
      const since = performance.now();
      const look = (): void => {
        if (patience.isOver(performance.now() - since)) finish({ kind: 'gone' });
      };
      timers.push(setInterval(look, LIMITS.goneMs));
    };
    worker.on('message', finish as (outcome: Outcome) => void).on('exit', fail);
    gone.addEventListener('abort', giveUp);
    worker.postMessage(order);
  });
}
