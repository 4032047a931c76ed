import type { ServerResponse } from 'node:http';

/** Aborted when the one who asked has gone before the answer was written. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
