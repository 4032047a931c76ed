export { type ErrorLines, readErrorLines } from './lines.ts';
export { beginsErrorLine, readErrorLine } from './read.ts';
