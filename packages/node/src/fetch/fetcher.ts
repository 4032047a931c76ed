import type { Fetched, FetchRequest } from '@why401/core';
import { attempt } from './attempt.ts';
import { DEADLINE, MAX_AT_ONCE } from './limits.ts';
import type { Fetcher, FetcherOptions, Watch } from './options.ts';
import { AttemptFailure, type Deadline, type Run, startRun } from './run.ts';
import { createSlots } from './slots.ts';

/**
 * The one door to other servers: nothing else of the product opens a connection outwards. It asks
 * only what it is told to ask, and follows nothing that an answer says.
 */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const inSlot = createSlots(MAX_AT_ONCE);
  return (url, request, watch = {}) => inSlot(() => exchange(url, request, options, watch));
}

/** One deadline for everything, a second attempt included; it may only follow on a broken network or a 503. */
async function exchange(
  url: string,
  request: FetchRequest,
  options: FetcherOptions,
  { onStage, signal }: Watch,
): Promise<Fetched> {
  const now = options.now ?? Date.now;
  const startedAt = now();
  const deadline = startDeadline(options.timeout ?? DEADLINE, signal);
  const most = request.post === undefined ? 2 : 1;
  try {
    for (let attempts = 1; ; attempts += 1) {
      const run = startRun(deadline, (stage) => onStage?.(stage, attempts));
      const failure = await tryOnce(url, request, options, run);
      const isOver = failure === undefined || !failure.again || attempts === most || deadline.isOver();
      if (isOver)
        return {
          url,
          startedAt,
          endedAt: now(),
          stages: run.stages,
          attempts: run.open.length === 0 ? attempts - 1 : attempts,
          ...run.facts,
          ...(failure !== undefined && { problem: failure.problem }),
        };
    }
  } finally {
    deadline.end();
  }
}

function startDeadline(timeout: number, signal: AbortSignal | undefined): Deadline & { end(): void } {
  let isOver = false;
  let end = (): void => {};
  const over = new Promise<void>((resolve) => {
    const ring = (): void => {
      isOver = true;
      resolve();
    };
    const timer = setTimeout(ring, timeout);
    signal?.addEventListener('abort', ring);
    if (signal?.aborted) ring();
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', ring);
    };
  });
  return { timeout, over, isOver: () => isOver, end };
}

async function tryOnce(
  url: string,
  request: FetchRequest,
  options: FetcherOptions,
  run: Run,
): Promise<AttemptFailure | undefined> {
  try {
    await attempt(url, request, options, run);
    return undefined;
  } catch (error) {
    if (error instanceof AttemptFailure) return error;
    throw error;
  } finally {
    for (const one of run.open.reverse()) one.destroy();
  }
}
