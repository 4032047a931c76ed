import { parentPort } from 'node:worker_threads';
import { systemClock } from '@why401/node';
import { createDesk } from './desk.ts';
import type { Order, Outcome } from './model.ts';

// Entry of the thread that judges: orders in, outcomes out, one after the other.
const desk = createDesk(systemClock.now);
parentPort?.on('message', ({ task, body, bytes, files }: Order) => {
  if (files !== undefined) desk.hold(files);
  parentPort?.postMessage(desk.run(task, body, bytes) satisfies Outcome);
});
