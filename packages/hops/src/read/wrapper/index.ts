export { type Unwrapped, unwrapLine, type Wrapper } from './line.ts';
