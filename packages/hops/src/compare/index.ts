/** Room `compare`: the same call through a hop and past it. */
export { compareAnswers } from './compare.ts';
export { compareDocument } from './document.ts';
export type { Comparison, HeaderChange, Saying, Side } from './model.ts';
export { compareReport } from './report.ts';
