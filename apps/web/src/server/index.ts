export { CHECKS, SECRET_HEADER } from './gate/index.ts';
export { LIMITS } from './limits.ts';
export { type Running, type StartOptions, start } from './start.ts';
