export { type LbLines, readLbLine, readLbLines } from './read.ts';
