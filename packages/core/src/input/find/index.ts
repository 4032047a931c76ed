export { isLeftover, rank } from './context.ts';
export { fitsAlgorithm, joseHeader } from './header.ts';
export { LineIndex } from './lines.ts';
export { isInvisible } from './runs.ts';
export { findTokens, type Located } from './tokens.ts';
