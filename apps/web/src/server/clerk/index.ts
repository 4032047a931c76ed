import type { Outcome, TaskName } from '../desk/index.ts';

/** Brings tasks to the desk, one after the other, and gives up on those that nobody waits for any more. */
export interface Clerk {
  /** @param bytes what is judged beside the body; none of it is kept */
  run(task: TaskName, body: string, gone: AbortSignal, bytes?: Uint8Array): Promise<Done>;
  /** Forgets what the desk held. */
  clear(): void;
  /** Gets ready before the first task comes. */
  warm(): void;
  close(): Promise<void>;
}

export type Done = Outcome | { readonly kind: 'gone' } | { readonly kind: 'too-long' };

export { createLocalClerk } from './local.ts';
export { createThreadClerk } from './thread.ts';
export { createTwoClerks } from './two.ts';
