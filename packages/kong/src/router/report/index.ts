export { explainRoute, rivalsOf } from './explain.ts';
export type { Behind, Candidate, Miss, Otherwise, RouteReport } from './model.ts';
