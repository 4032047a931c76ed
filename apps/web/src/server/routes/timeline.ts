import { taskRoute } from './kinds/task.ts';

export const timeline = taskRoute('/api/timeline', 'timeline');
