import { taskRoute } from './kinds/task.ts';

export const explain = taskRoute('/api/explain', 'explain');
