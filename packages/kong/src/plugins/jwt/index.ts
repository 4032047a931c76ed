export { configOf, type JwtConfig } from './config.ts';
export { findConsumer } from './credentials.ts';
export { loadKongKey } from './key-text.ts';
export { PIPELINE } from './pipeline.ts';
export { type Retrieval, type RetrievedToken, retrieveTokens } from './retrieve.ts';
export { jwt } from './run.ts';
export type * from './steps.ts';
