export { decideTraditional, type TraditionalDecision } from './decide.ts';
export { comesFirst, type Entry, type Placed } from './entry.ts';
export type { Hits } from './hits.ts';
export { type EntryMatch, matchEntry } from './match-entry.ts';
export { buildTraditional, pathsOf, type TraditionalRouter } from './router.ts';
