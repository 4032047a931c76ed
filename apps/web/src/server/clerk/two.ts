import type { TaskName } from '../desk/index.ts';
import type { Clerk } from './index.ts';

/**
 * Two clerks: one proves cures, which takes as often as long as loading the configuration, and the other is free for
 * the next verdict meanwhile.
 */
export function createTwoClerks(quick: Clerk, thorough: Clerk): Clerk {
  const both = [quick, thorough];
  return {
    run: (task, body, gone, bytes) => (provesCures(task, body) ? thorough : quick).run(task, body, gone, bytes),
    clear: () => {
      for (const clerk of both) clerk.clear();
    },
    warm: () => quick.warm(),
    close: async () => void (await Promise.all(both.map((clerk) => clerk.close()))),
  };
}

function provesCures(task: TaskName, body: string): boolean {
  if (task !== 'explain' && task !== 'share') return false;
  try {
    const { cures, what } = Object(JSON.parse(body)) as { readonly cures?: unknown; readonly what?: unknown };
    return cures !== 'later' && (task === 'explain' || what === 'explain');
  } catch {
    // The desk says what is wrong with it.
    return false;
  }
}
