/** How long a task may go on that nobody waits for any more. */
export interface Patience {
  /** Somebody waits for a turn. @returns to be called when it comes */
  wait(gone: AbortSignal): () => void;
  /** A thread begins with nothing: what it does first would have to be done again. */
  loading(): void;
  /** @param ms what that took, and what ending the thread would cost */
  loaded(ms: number): void;
  /** @param ms since the one went away who had asked; looked at first after `LIMITS.goneMs` */
  isOver(ms: number): boolean;
}

/**
 * With the thread goes the configuration that it has loaded. Where somebody else waits for the same configuration (a
 * question that is replaced at each key), ending the thread pays only after as long as loading anew would take; so at
 * most twice the time is spent of what could be, and typing cannot end in loading without end.
 */
export function createPatience(): Patience {
  const waiting = new Set<AbortSignal>();
  let reloadMs = Number.POSITIVE_INFINITY;
  return {
    wait: (gone) => {
      waiting.add(gone);
      return () => void waiting.delete(gone);
    },
    loading: () => {
      reloadMs = Number.POSITIVE_INFINITY;
    },
    loaded: (ms) => {
      reloadMs = ms;
    },
    isOver: (ms) => ms >= reloadMs || ![...waiting].some(({ aborted }) => !aborted),
  };
}
