/** Loaded where a claim differs: what it takes to compare issuers would cost every other `verify` its start. */
export { comparedBlock } from '@why401/core/verdict';
