export { LIMITS } from './limits.ts';
export { type Running, type StartOptions, start } from './start.ts';
