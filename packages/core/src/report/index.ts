export type * from './model.ts';
export { bad, code, dim, good, line, mark, strong, value, warn } from './span.ts';
