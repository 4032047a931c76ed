export { type Collected, type Collector, collectLines, type Needles, needlesOf } from './collect.ts';
export { type FailureScanner, type Failures, scanFailures } from './failures.ts';
export { type LineScanner, scanLines } from './lines.ts';
export {
  ACCESS_LOG_SIGNATURES,
  ENTRY_SIGNATURES,
  ERROR_LOG_SIGNATURES,
  SIGNATURES,
  signaturesFor,
} from './signatures-table.ts';
