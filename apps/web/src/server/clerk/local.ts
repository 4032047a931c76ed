import type { Desk } from '../desk/index.ts';
import type { Memory } from '../memory.ts';
import type { Clerk } from './index.ts';

/** The desk in this very thread, loaded with the first task: for where no file holds the thread's code. */
export function createLocalClerk(memory: () => Memory): Clerk {
  let desk: Desk | undefined;
  let held = -1;
  return {
    run: async (task, body, gone, bytes) => {
      const { createDesk } = await import('../desk/index.ts');
      // Others get their turn, and one who has gone by then costs nothing.
      await new Promise((resolve) => setImmediate(resolve));
      if (gone.aborted) return { kind: 'gone' };
      desk ??= createDesk(Date.now);
      const { generation, files } = memory();
      if (held !== generation) desk.hold(files());
      held = generation;
      return desk.run(task, body, bytes);
    },
    clear: () => {
      desk = undefined;
      held = -1;
    },
    warm: () => void import('../desk/index.ts'),
    close: async () => {},
  };
}
