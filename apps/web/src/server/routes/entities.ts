import { taskRoute } from './kinds/task.ts';

export const entities = taskRoute('/api/entities', 'entities');
