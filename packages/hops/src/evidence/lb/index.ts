export { readLb } from './read.ts';
