import { signalRoute } from './kinds/signal.ts';

/** Forgets everything that was uploaded. */
export const clear = signalRoute('/api/clear', ({ memory }) => {
  memory.clear();
  return '{}';
});
