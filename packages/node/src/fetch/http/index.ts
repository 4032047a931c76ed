/** One question and its answer over a connection that stands. */
export { readBeginning, readBody, refuseEncodings } from './body.ts';
export { ask } from './request.ts';
export { statusFailure } from './status.ts';
