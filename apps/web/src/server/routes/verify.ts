import { taskRoute } from './kinds/task.ts';

export const verify = taskRoute('/api/verify', 'verify');
