/** Room `input`: what people paste → what it is, and the tokens and requests in it. */
export { bareToken } from './bare-token.ts';
export { decodeBytes } from './bytes.ts';
export type * from './model.ts';
export { readPaste } from './read-paste.ts';
