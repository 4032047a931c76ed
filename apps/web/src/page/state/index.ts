/** Room `state`: what the page knows, and who is told when it changes. */
export type * from './answers.ts';
export type * from './hops.ts';
export { emptied, initialState } from './initial.ts';
export type * from './issuer.ts';
export { type Kept, keep } from './kept.ts';
export type * from './model.ts';
export { judgedText, type Reading, read } from './reading.ts';
export type * from './routing.ts';
export { createStore, follow, type Store } from './store.ts';
