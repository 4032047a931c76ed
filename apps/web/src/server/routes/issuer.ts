import { taskRoute } from './kinds/task.ts';

/** What the issuer has shown, or the uploaded documents, judged. Nobody is asked. */
export const issuer = taskRoute('/api/issuer', 'issuer');
