export { explainRoute } from './explain.ts';
export type { Behind, Candidate, Miss, Otherwise, RouteReport } from './model.ts';
