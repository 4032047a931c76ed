/** Room `gate`: the same requests judged under two configurations, and which would be answered differently. */
export { type AnswerDifference, answerDifferences } from './differences.ts';
export {
  createGate,
  type Gate,
  type GateCase,
  type Gated,
  type GateOptions,
  type Gating,
  type Side,
  sideOf,
} from './gate.ts';
export { type GateRequest, type RequestLine, readRequestLine } from './requests.ts';
export { countsOf, gateDocument } from './words/document.ts';
export { gateJunit } from './words/junit.ts';
export { gateReport } from './words/report.ts';
export { answerOf, shownValue } from './words/shown.ts';
