import { taskRoute } from './kinds/task.ts';

/** Which Route of the uploaded configuration takes a request. */
export const routing = taskRoute('/api/route', 'route');
