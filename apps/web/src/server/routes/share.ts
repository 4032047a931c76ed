import { taskRoute } from './kinds/task.ts';

export const share = taskRoute('/api/share', 'share');
