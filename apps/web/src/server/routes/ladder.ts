import { taskRoute } from './kinds/task.ts';

/** Whose patience ends first in the chain around the uploaded configuration. */
export const ladder = taskRoute('/api/ladder', 'ladder');
