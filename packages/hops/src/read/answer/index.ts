export { type Answers, type Exchange, failureIn, readAnswers } from './answers.ts';
export { type ClientFailure, FAILURES } from './failures-table.ts';
