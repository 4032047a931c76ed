export { type EarlyAnswer, earlyAnswer } from './early.ts';
export { matchRoute, type RouteMatch } from './match.ts';
export { normalizePath, routedPath } from './path.ts';
