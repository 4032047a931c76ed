/** Room `batch`: the machine's door. A line of a cases file → a record → a verdict as a line, and the check of many. */
export { type BadCase, type CaseLine, type HopCase, readCase, type Truth } from './case.ts';
export { checkTable, counts, type Figures, newFigures, tally } from './check.ts';
export { createHopJudge, type HopJudge, type HopJudgeOptions } from './judge.ts';
export { type HopOutput, outputOf } from './output.ts';
export { recordOf } from './record-of.ts';
export { isView, VIEWS, type View } from './view.ts';
