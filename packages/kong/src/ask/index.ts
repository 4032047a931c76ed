/** Room `ask`: a paste against a configuration → one answer, the same for the command line and the page. */
export { type Asker, type AskerOptions, type Asking, createAsker } from './asker.ts';
export { knownOfTokens } from './known.ts';
export type * from './model.ts';
export { notToExplain } from './other-things.ts';
export { actualReplyOf, readAsked } from './read.ts';
export { type Sending, type Sendings, sendingsOf } from './sendings.ts';
export { viewNotes } from './view.ts';
