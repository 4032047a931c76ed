export { type AgeDependent, ageDependentRoutes } from './age.ts';
export { type MatcherOptions, matchersOf, matchersOfRoute } from './matchers.ts';
export { type Priorities, priorities, type Weights, weigh } from './priority.ts';
export { isMarked, type Part, splitRoute } from './split.ts';
