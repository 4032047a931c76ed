export { type Compiled, compilePattern, type Found, type Pattern } from './compile.ts';
export { RUNAWAY } from './machine.ts';
