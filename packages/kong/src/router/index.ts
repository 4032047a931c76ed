export { servedRoutes } from './build.ts';
export { type AgeDependent, ageDependentRoutes } from './compatible/index.ts';
export { type EarlyAnswer, earlyAnswer } from './early.ts';
export { matchRoute, type RouteMatch } from './match.ts';
export { normalizePath, routedPath } from './path.ts';
export { type RankedPart, rankedParts } from './ranked.ts';
export type { RouterMemory } from './remembered.ts';
export {
  type Behind,
  type Candidate,
  explainRoute,
  type Miss,
  type Otherwise,
  type RouteReport,
  rivalsOf,
} from './report/index.ts';
export { behindText, routeDocument, routeReport } from './words/index.ts';
