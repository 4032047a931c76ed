import { performance } from 'node:perf_hooks';
import type { IdleFacts } from '@why401/core';
import type { Ask } from './ask.ts';

/**
 * Asks once and then leaves the connection alone, as Kong's pool does, to see after which time the
 * server closes it. `idle` in milliseconds.
 */
export async function watchIdle(
  ask: Ask,
  request: string,
  secure: boolean,
  idle: number,
): Promise<IdleFacts | undefined> {
  const { exchange, socket } = await ask.kept(request, secure);
  if (socket === undefined || exchange.end !== 'complete') {
    socket?.destroy();
    return undefined;
  }
  const from = performance.now();
  const waited = Math.min(idle, Math.max(0, ask.left()));
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(), waited);
    const onClose = (): void => done(performance.now() - from);
    const done = (closedAfterMs?: number): void => {
      clearTimeout(timer);
      socket.off('end', onClose).off('close', onClose).destroy();
      resolve({ waitedMs: waited, ...(closedAfterMs !== undefined && { closedAfterMs }) });
    };
    if (socket.readableEnded || socket.destroyed) return done(0);
    socket.once('end', onClose).once('close', onClose).resume();
  });
}
