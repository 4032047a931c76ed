export { compileFormat, type LogFormat } from './format.ts';
export { type AccessLines, readAccessLine, readAccessLines } from './read.ts';
